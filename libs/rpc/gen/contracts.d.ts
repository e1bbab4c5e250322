import * as $protobuf from "./protobuf.js";
import Long = require("long");

/** Namespace ottla. */
export namespace ottla {

    /** Namespace controller. */
    namespace controller {

        /** Namespace v1. */
        namespace v1 {

            /** Represents a Controller */
            class Controller extends $protobuf.rpc.Service {

                /**
                 * Constructs a new Controller service.
                 * @param rpcImpl RPC implementation
                 * @param [requestDelimited=false] Whether requests are length-delimited
                 * @param [responseDelimited=false] Whether responses are length-delimited
                 */
                constructor(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean);

                /**
                 * Creates new Controller service using the specified rpc implementation.
                 * @param rpcImpl RPC implementation
                 * @param [requestDelimited=false] Whether requests are length-delimited
                 * @param [responseDelimited=false] Whether responses are length-delimited
                 * @returns RPC service. Useful where requests and/or responses are streamed.
                 */
                static create(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean): Controller;

                /** Calls RegisterBroker. */
                registerBroker: ottla.controller.v1.Controller.RegisterBroker;

                /** Calls Heartbeat. */
                heartbeat: ottla.controller.v1.Controller.Heartbeat;

                /** Calls Forward. */
                forward: ottla.controller.v1.Controller.Forward;

                /** Calls FetchMetadata. */
                fetchMetadata: ottla.controller.v1.Controller.FetchMetadata;

                /** Calls FetchSnapshot. */
                fetchSnapshot: ottla.controller.v1.Controller.FetchSnapshot;

                /** Calls AllocateProducerIds. */
                allocateProducerIds: ottla.controller.v1.Controller.AllocateProducerIds;

                /** Calls BumpLeaderEpoch. */
                bumpLeaderEpoch: ottla.controller.v1.Controller.BumpLeaderEpoch;

                /** Calls AlterPartitions. */
                alterPartitions: ottla.controller.v1.Controller.AlterPartitions;
            }

            namespace Controller {

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#registerBroker}.
                 * @param error Error, if any
                 * @param [response] BrokerRegistered
                 */
                type RegisterBrokerCallback = (error: (Error|null), response?: ottla.controller.v1.BrokerRegistered) => void;

                /** Calls RegisterBroker. */
                type RegisterBroker = {
                  (request: ottla.controller.v1.IBrokerRegistration, callback: ottla.controller.v1.Controller.RegisterBrokerCallback): void;
                  (request: ottla.controller.v1.IBrokerRegistration): Promise<ottla.controller.v1.BrokerRegistered>;
                  readonly name: "RegisterBroker";
                  readonly path: "/ottla.controller.v1.Controller/RegisterBroker";
                  readonly requestType: "BrokerRegistration";
                  readonly responseType: "BrokerRegistered";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#heartbeat}.
                 * @param error Error, if any
                 * @param [response] BrokerHeartbeatAnswer
                 */
                type HeartbeatCallback = (error: (Error|null), response?: ottla.controller.v1.BrokerHeartbeatAnswer) => void;

                /** Calls Heartbeat. */
                type Heartbeat = {
                  (request: ottla.controller.v1.IBrokerHeartbeat, callback: ottla.controller.v1.Controller.HeartbeatCallback): void;
                  (request: ottla.controller.v1.IBrokerHeartbeat): Promise<ottla.controller.v1.BrokerHeartbeatAnswer>;
                  readonly name: "Heartbeat";
                  readonly path: "/ottla.controller.v1.Controller/Heartbeat";
                  readonly requestType: "BrokerHeartbeat";
                  readonly responseType: "BrokerHeartbeatAnswer";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#forward}.
                 * @param error Error, if any
                 * @param [response] EnvelopeAnswer
                 */
                type ForwardCallback = (error: (Error|null), response?: ottla.envelope.v1.EnvelopeAnswer) => void;

                /** Calls Forward. */
                type Forward = {
                  (request: ottla.envelope.v1.IEnvelope, callback: ottla.controller.v1.Controller.ForwardCallback): void;
                  (request: ottla.envelope.v1.IEnvelope): Promise<ottla.envelope.v1.EnvelopeAnswer>;
                  readonly name: "Forward";
                  readonly path: "/ottla.controller.v1.Controller/Forward";
                  readonly requestType: "ottla.envelope.v1.Envelope";
                  readonly responseType: "ottla.envelope.v1.EnvelopeAnswer";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#fetchMetadata}.
                 * @param error Error, if any
                 * @param [response] MetadataFetched
                 */
                type FetchMetadataCallback = (error: (Error|null), response?: ottla.controller.v1.MetadataFetched) => void;

                /** Calls FetchMetadata. */
                type FetchMetadata = {
                  (request: ottla.controller.v1.IMetadataFetch, callback: ottla.controller.v1.Controller.FetchMetadataCallback): void;
                  (request: ottla.controller.v1.IMetadataFetch): Promise<ottla.controller.v1.MetadataFetched>;
                  readonly name: "FetchMetadata";
                  readonly path: "/ottla.controller.v1.Controller/FetchMetadata";
                  readonly requestType: "MetadataFetch";
                  readonly responseType: "MetadataFetched";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#fetchSnapshot}.
                 * @param error Error, if any
                 * @param [response] SnapshotFetched
                 */
                type FetchSnapshotCallback = (error: (Error|null), response?: ottla.controller.v1.SnapshotFetched) => void;

                /** Calls FetchSnapshot. */
                type FetchSnapshot = {
                  (request: ottla.controller.v1.ISnapshotFetch, callback: ottla.controller.v1.Controller.FetchSnapshotCallback): void;
                  (request: ottla.controller.v1.ISnapshotFetch): Promise<ottla.controller.v1.SnapshotFetched>;
                  readonly name: "FetchSnapshot";
                  readonly path: "/ottla.controller.v1.Controller/FetchSnapshot";
                  readonly requestType: "SnapshotFetch";
                  readonly responseType: "SnapshotFetched";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#allocateProducerIds}.
                 * @param error Error, if any
                 * @param [response] ProducerIdsBlock
                 */
                type AllocateProducerIdsCallback = (error: (Error|null), response?: ottla.controller.v1.ProducerIdsBlock) => void;

                /** Calls AllocateProducerIds. */
                type AllocateProducerIds = {
                  (request: ottla.controller.v1.IProducerIdsBlockRequest, callback: ottla.controller.v1.Controller.AllocateProducerIdsCallback): void;
                  (request: ottla.controller.v1.IProducerIdsBlockRequest): Promise<ottla.controller.v1.ProducerIdsBlock>;
                  readonly name: "AllocateProducerIds";
                  readonly path: "/ottla.controller.v1.Controller/AllocateProducerIds";
                  readonly requestType: "ProducerIdsBlockRequest";
                  readonly responseType: "ProducerIdsBlock";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#bumpLeaderEpoch}.
                 * @param error Error, if any
                 * @param [response] LeaderEpochBumped
                 */
                type BumpLeaderEpochCallback = (error: (Error|null), response?: ottla.controller.v1.LeaderEpochBumped) => void;

                /** Calls BumpLeaderEpoch. */
                type BumpLeaderEpoch = {
                  (request: ottla.controller.v1.ILeaderEpochBump, callback: ottla.controller.v1.Controller.BumpLeaderEpochCallback): void;
                  (request: ottla.controller.v1.ILeaderEpochBump): Promise<ottla.controller.v1.LeaderEpochBumped>;
                  readonly name: "BumpLeaderEpoch";
                  readonly path: "/ottla.controller.v1.Controller/BumpLeaderEpoch";
                  readonly requestType: "LeaderEpochBump";
                  readonly responseType: "LeaderEpochBumped";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#alterPartitions}.
                 * @param error Error, if any
                 * @param [response] PartitionsAltered
                 */
                type AlterPartitionsCallback = (error: (Error|null), response?: ottla.controller.v1.PartitionsAltered) => void;

                /** Calls AlterPartitions. */
                type AlterPartitions = {
                  (request: ottla.controller.v1.IPartitionsAlteration, callback: ottla.controller.v1.Controller.AlterPartitionsCallback): void;
                  (request: ottla.controller.v1.IPartitionsAlteration): Promise<ottla.controller.v1.PartitionsAltered>;
                  readonly name: "AlterPartitions";
                  readonly path: "/ottla.controller.v1.Controller/AlterPartitions";
                  readonly requestType: "PartitionsAlteration";
                  readonly responseType: "PartitionsAltered";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };
            }

            /**
             * Properties of a BrokerEndpoint.
             * @deprecated Use ottla.controller.v1.BrokerEndpoint.$Properties instead.
             */
            interface IBrokerEndpoint extends ottla.controller.v1.BrokerEndpoint.$Properties {
            }

            /** Represents a BrokerEndpoint. */
            class BrokerEndpoint {

                /**
                 * Constructs a new BrokerEndpoint.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.BrokerEndpoint.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BrokerEndpoint name. */
                name: string;

                /** BrokerEndpoint host. */
                host: string;

                /** BrokerEndpoint port. */
                port: number;

                /** BrokerEndpoint securityProtocol. */
                securityProtocol: number;

                /**
                 * Creates a new BrokerEndpoint instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BrokerEndpoint instance
                 */
                static create(properties: ottla.controller.v1.BrokerEndpoint.$Shape): ottla.controller.v1.BrokerEndpoint & ottla.controller.v1.BrokerEndpoint.$Shape;
                static create(properties?: ottla.controller.v1.BrokerEndpoint.$Properties): ottla.controller.v1.BrokerEndpoint;

                /**
                 * Encodes the specified BrokerEndpoint message. Does not implicitly {@link ottla.controller.v1.BrokerEndpoint.verify|verify} messages.
                 * @param message BrokerEndpoint message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.BrokerEndpoint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BrokerEndpoint message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.BrokerEndpoint & ottla.controller.v1.BrokerEndpoint.$Shape} BrokerEndpoint
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.BrokerEndpoint & ottla.controller.v1.BrokerEndpoint.$Shape;
            }

            namespace BrokerEndpoint {

                /** Properties of a BrokerEndpoint. */
                interface $Properties {

                    /** BrokerEndpoint name */
                    name?: (string|null);

                    /** BrokerEndpoint host */
                    host?: (string|null);

                    /** BrokerEndpoint port */
                    port?: (number|null);

                    /** BrokerEndpoint securityProtocol */
                    securityProtocol?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BrokerEndpoint. */
                type $Shape = ottla.controller.v1.BrokerEndpoint.$Properties;
            }

            /**
             * Properties of a FeatureRange.
             * @deprecated Use ottla.controller.v1.FeatureRange.$Properties instead.
             */
            interface IFeatureRange extends ottla.controller.v1.FeatureRange.$Properties {
            }

            /** Represents a FeatureRange. */
            class FeatureRange {

                /**
                 * Constructs a new FeatureRange.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.FeatureRange.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FeatureRange name. */
                name: string;

                /** FeatureRange minVersion. */
                minVersion: number;

                /** FeatureRange maxVersion. */
                maxVersion: number;

                /**
                 * Creates a new FeatureRange instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FeatureRange instance
                 */
                static create(properties: ottla.controller.v1.FeatureRange.$Shape): ottla.controller.v1.FeatureRange & ottla.controller.v1.FeatureRange.$Shape;
                static create(properties?: ottla.controller.v1.FeatureRange.$Properties): ottla.controller.v1.FeatureRange;

                /**
                 * Encodes the specified FeatureRange message. Does not implicitly {@link ottla.controller.v1.FeatureRange.verify|verify} messages.
                 * @param message FeatureRange message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.FeatureRange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FeatureRange message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.FeatureRange & ottla.controller.v1.FeatureRange.$Shape} FeatureRange
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.FeatureRange & ottla.controller.v1.FeatureRange.$Shape;
            }

            namespace FeatureRange {

                /** Properties of a FeatureRange. */
                interface $Properties {

                    /** FeatureRange name */
                    name?: (string|null);

                    /** FeatureRange minVersion */
                    minVersion?: (number|null);

                    /** FeatureRange maxVersion */
                    maxVersion?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FeatureRange. */
                type $Shape = ottla.controller.v1.FeatureRange.$Properties;
            }

            /**
             * Properties of a BrokerRegistration.
             * @deprecated Use ottla.controller.v1.BrokerRegistration.$Properties instead.
             */
            interface IBrokerRegistration extends ottla.controller.v1.BrokerRegistration.$Properties {
            }

            /** Represents a BrokerRegistration. */
            class BrokerRegistration {

                /**
                 * Constructs a new BrokerRegistration.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.BrokerRegistration.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BrokerRegistration brokerId. */
                brokerId: number;

                /** BrokerRegistration clusterId. */
                clusterId: string;

                /** BrokerRegistration incarnationId. */
                incarnationId: string;

                /** BrokerRegistration endpoints. */
                endpoints: ottla.controller.v1.BrokerEndpoint.$Properties[];

                /** BrokerRegistration features. */
                features: ottla.controller.v1.FeatureRange.$Properties[];

                /** BrokerRegistration rack. */
                rack?: (string|null);

                /** BrokerRegistration logDirs. */
                logDirs: string[];

                /** BrokerRegistration previousBrokerEpoch. */
                previousBrokerEpoch: number;

                /**
                 * Creates a new BrokerRegistration instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BrokerRegistration instance
                 */
                static create(properties: ottla.controller.v1.BrokerRegistration.$Shape): ottla.controller.v1.BrokerRegistration & ottla.controller.v1.BrokerRegistration.$Shape;
                static create(properties?: ottla.controller.v1.BrokerRegistration.$Properties): ottla.controller.v1.BrokerRegistration;

                /**
                 * Encodes the specified BrokerRegistration message. Does not implicitly {@link ottla.controller.v1.BrokerRegistration.verify|verify} messages.
                 * @param message BrokerRegistration message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.BrokerRegistration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BrokerRegistration message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.BrokerRegistration & ottla.controller.v1.BrokerRegistration.$Shape} BrokerRegistration
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.BrokerRegistration & ottla.controller.v1.BrokerRegistration.$Shape;
            }

            namespace BrokerRegistration {

                /** Properties of a BrokerRegistration. */
                interface $Properties {

                    /** BrokerRegistration brokerId */
                    brokerId?: (number|null);

                    /** BrokerRegistration clusterId */
                    clusterId?: (string|null);

                    /** BrokerRegistration incarnationId */
                    incarnationId?: (string|null);

                    /** BrokerRegistration endpoints */
                    endpoints?: (ottla.controller.v1.BrokerEndpoint.$Properties[]|null);

                    /** BrokerRegistration features */
                    features?: (ottla.controller.v1.FeatureRange.$Properties[]|null);

                    /** BrokerRegistration rack */
                    rack?: (string|null);

                    /** BrokerRegistration logDirs */
                    logDirs?: (string[]|null);

                    /** BrokerRegistration previousBrokerEpoch */
                    previousBrokerEpoch?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BrokerRegistration. */
                type $Shape = ottla.controller.v1.BrokerRegistration.$Properties;
            }

            /**
             * Properties of a BrokerRegistered.
             * @deprecated Use ottla.controller.v1.BrokerRegistered.$Properties instead.
             */
            interface IBrokerRegistered extends ottla.controller.v1.BrokerRegistered.$Properties {
            }

            /** Represents a BrokerRegistered. */
            class BrokerRegistered {

                /**
                 * Constructs a new BrokerRegistered.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.BrokerRegistered.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BrokerRegistered brokerEpoch. */
                brokerEpoch: number;

                /**
                 * Creates a new BrokerRegistered instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BrokerRegistered instance
                 */
                static create(properties: ottla.controller.v1.BrokerRegistered.$Shape): ottla.controller.v1.BrokerRegistered & ottla.controller.v1.BrokerRegistered.$Shape;
                static create(properties?: ottla.controller.v1.BrokerRegistered.$Properties): ottla.controller.v1.BrokerRegistered;

                /**
                 * Encodes the specified BrokerRegistered message. Does not implicitly {@link ottla.controller.v1.BrokerRegistered.verify|verify} messages.
                 * @param message BrokerRegistered message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.BrokerRegistered.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BrokerRegistered message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.BrokerRegistered & ottla.controller.v1.BrokerRegistered.$Shape} BrokerRegistered
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.BrokerRegistered & ottla.controller.v1.BrokerRegistered.$Shape;
            }

            namespace BrokerRegistered {

                /** Properties of a BrokerRegistered. */
                interface $Properties {

                    /** BrokerRegistered brokerEpoch */
                    brokerEpoch?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BrokerRegistered. */
                type $Shape = ottla.controller.v1.BrokerRegistered.$Properties;
            }

            /**
             * Properties of a BrokerHeartbeat.
             * @deprecated Use ottla.controller.v1.BrokerHeartbeat.$Properties instead.
             */
            interface IBrokerHeartbeat extends ottla.controller.v1.BrokerHeartbeat.$Properties {
            }

            /** Represents a BrokerHeartbeat. */
            class BrokerHeartbeat {

                /**
                 * Constructs a new BrokerHeartbeat.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.BrokerHeartbeat.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BrokerHeartbeat brokerId. */
                brokerId: number;

                /** BrokerHeartbeat brokerEpoch. */
                brokerEpoch: number;

                /** BrokerHeartbeat appliedOffset. */
                appliedOffset: number;

                /** BrokerHeartbeat wantFence. */
                wantFence: boolean;

                /** BrokerHeartbeat wantShutDown. */
                wantShutDown: boolean;

                /**
                 * Creates a new BrokerHeartbeat instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BrokerHeartbeat instance
                 */
                static create(properties: ottla.controller.v1.BrokerHeartbeat.$Shape): ottla.controller.v1.BrokerHeartbeat & ottla.controller.v1.BrokerHeartbeat.$Shape;
                static create(properties?: ottla.controller.v1.BrokerHeartbeat.$Properties): ottla.controller.v1.BrokerHeartbeat;

                /**
                 * Encodes the specified BrokerHeartbeat message. Does not implicitly {@link ottla.controller.v1.BrokerHeartbeat.verify|verify} messages.
                 * @param message BrokerHeartbeat message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.BrokerHeartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BrokerHeartbeat message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.BrokerHeartbeat & ottla.controller.v1.BrokerHeartbeat.$Shape} BrokerHeartbeat
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.BrokerHeartbeat & ottla.controller.v1.BrokerHeartbeat.$Shape;
            }

            namespace BrokerHeartbeat {

                /** Properties of a BrokerHeartbeat. */
                interface $Properties {

                    /** BrokerHeartbeat brokerId */
                    brokerId?: (number|null);

                    /** BrokerHeartbeat brokerEpoch */
                    brokerEpoch?: (number|null);

                    /** BrokerHeartbeat appliedOffset */
                    appliedOffset?: (number|null);

                    /** BrokerHeartbeat wantFence */
                    wantFence?: (boolean|null);

                    /** BrokerHeartbeat wantShutDown */
                    wantShutDown?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BrokerHeartbeat. */
                type $Shape = ottla.controller.v1.BrokerHeartbeat.$Properties;
            }

            /**
             * Properties of a BrokerHeartbeatAnswer.
             * @deprecated Use ottla.controller.v1.BrokerHeartbeatAnswer.$Properties instead.
             */
            interface IBrokerHeartbeatAnswer extends ottla.controller.v1.BrokerHeartbeatAnswer.$Properties {
            }

            /** Represents a BrokerHeartbeatAnswer. */
            class BrokerHeartbeatAnswer {

                /**
                 * Constructs a new BrokerHeartbeatAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.BrokerHeartbeatAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BrokerHeartbeatAnswer isCaughtUp. */
                isCaughtUp: boolean;

                /** BrokerHeartbeatAnswer isFenced. */
                isFenced: boolean;

                /** BrokerHeartbeatAnswer shouldShutDown. */
                shouldShutDown: boolean;

                /**
                 * Creates a new BrokerHeartbeatAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BrokerHeartbeatAnswer instance
                 */
                static create(properties: ottla.controller.v1.BrokerHeartbeatAnswer.$Shape): ottla.controller.v1.BrokerHeartbeatAnswer & ottla.controller.v1.BrokerHeartbeatAnswer.$Shape;
                static create(properties?: ottla.controller.v1.BrokerHeartbeatAnswer.$Properties): ottla.controller.v1.BrokerHeartbeatAnswer;

                /**
                 * Encodes the specified BrokerHeartbeatAnswer message. Does not implicitly {@link ottla.controller.v1.BrokerHeartbeatAnswer.verify|verify} messages.
                 * @param message BrokerHeartbeatAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.BrokerHeartbeatAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BrokerHeartbeatAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.BrokerHeartbeatAnswer & ottla.controller.v1.BrokerHeartbeatAnswer.$Shape} BrokerHeartbeatAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.BrokerHeartbeatAnswer & ottla.controller.v1.BrokerHeartbeatAnswer.$Shape;
            }

            namespace BrokerHeartbeatAnswer {

                /** Properties of a BrokerHeartbeatAnswer. */
                interface $Properties {

                    /** BrokerHeartbeatAnswer isCaughtUp */
                    isCaughtUp?: (boolean|null);

                    /** BrokerHeartbeatAnswer isFenced */
                    isFenced?: (boolean|null);

                    /** BrokerHeartbeatAnswer shouldShutDown */
                    shouldShutDown?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BrokerHeartbeatAnswer. */
                type $Shape = ottla.controller.v1.BrokerHeartbeatAnswer.$Properties;
            }

            /**
             * Properties of a MetadataFetch.
             * @deprecated Use ottla.controller.v1.MetadataFetch.$Properties instead.
             */
            interface IMetadataFetch extends ottla.controller.v1.MetadataFetch.$Properties {
            }

            /** Represents a MetadataFetch. */
            class MetadataFetch {

                /**
                 * Constructs a new MetadataFetch.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.MetadataFetch.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MetadataFetch offset. */
                offset: number;

                /** MetadataFetch maxBytes. */
                maxBytes: number;

                /** MetadataFetch maxWaitMs. */
                maxWaitMs: number;

                /**
                 * Creates a new MetadataFetch instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns MetadataFetch instance
                 */
                static create(properties: ottla.controller.v1.MetadataFetch.$Shape): ottla.controller.v1.MetadataFetch & ottla.controller.v1.MetadataFetch.$Shape;
                static create(properties?: ottla.controller.v1.MetadataFetch.$Properties): ottla.controller.v1.MetadataFetch;

                /**
                 * Encodes the specified MetadataFetch message. Does not implicitly {@link ottla.controller.v1.MetadataFetch.verify|verify} messages.
                 * @param message MetadataFetch message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.MetadataFetch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MetadataFetch message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.MetadataFetch & ottla.controller.v1.MetadataFetch.$Shape} MetadataFetch
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.MetadataFetch & ottla.controller.v1.MetadataFetch.$Shape;
            }

            namespace MetadataFetch {

                /** Properties of a MetadataFetch. */
                interface $Properties {

                    /** MetadataFetch offset */
                    offset?: (number|null);

                    /** MetadataFetch maxBytes */
                    maxBytes?: (number|null);

                    /** MetadataFetch maxWaitMs */
                    maxWaitMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MetadataFetch. */
                type $Shape = ottla.controller.v1.MetadataFetch.$Properties;
            }

            /**
             * Properties of a SnapshotPlace.
             * @deprecated Use ottla.controller.v1.SnapshotPlace.$Properties instead.
             */
            interface ISnapshotPlace extends ottla.controller.v1.SnapshotPlace.$Properties {
            }

            /** Represents a SnapshotPlace. */
            class SnapshotPlace {

                /**
                 * Constructs a new SnapshotPlace.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.SnapshotPlace.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SnapshotPlace endOffset. */
                endOffset: number;

                /** SnapshotPlace epoch. */
                epoch: number;

                /** SnapshotPlace sizeBytes. */
                sizeBytes: number;

                /**
                 * Creates a new SnapshotPlace instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotPlace instance
                 */
                static create(properties: ottla.controller.v1.SnapshotPlace.$Shape): ottla.controller.v1.SnapshotPlace & ottla.controller.v1.SnapshotPlace.$Shape;
                static create(properties?: ottla.controller.v1.SnapshotPlace.$Properties): ottla.controller.v1.SnapshotPlace;

                /**
                 * Encodes the specified SnapshotPlace message. Does not implicitly {@link ottla.controller.v1.SnapshotPlace.verify|verify} messages.
                 * @param message SnapshotPlace message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.SnapshotPlace.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotPlace message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.SnapshotPlace & ottla.controller.v1.SnapshotPlace.$Shape} SnapshotPlace
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.SnapshotPlace & ottla.controller.v1.SnapshotPlace.$Shape;
            }

            namespace SnapshotPlace {

                /** Properties of a SnapshotPlace. */
                interface $Properties {

                    /** SnapshotPlace endOffset */
                    endOffset?: (number|null);

                    /** SnapshotPlace epoch */
                    epoch?: (number|null);

                    /** SnapshotPlace sizeBytes */
                    sizeBytes?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotPlace. */
                type $Shape = ottla.controller.v1.SnapshotPlace.$Properties;
            }

            /**
             * Properties of a MetadataFetched.
             * @deprecated Use ottla.controller.v1.MetadataFetched.$Properties instead.
             */
            interface IMetadataFetched extends ottla.controller.v1.MetadataFetched.$Properties {
            }

            /** Represents a MetadataFetched. */
            class MetadataFetched {

                /**
                 * Constructs a new MetadataFetched.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.MetadataFetched.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MetadataFetched records. */
                records: Uint8Array;

                /** MetadataFetched highWatermark. */
                highWatermark: number;

                /** MetadataFetched leaderId. */
                leaderId: number;

                /** MetadataFetched leaderEpoch. */
                leaderEpoch: number;

                /** MetadataFetched snapshot. */
                snapshot?: (ottla.controller.v1.SnapshotPlace.$Properties|null);

                /**
                 * Creates a new MetadataFetched instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns MetadataFetched instance
                 */
                static create(properties: ottla.controller.v1.MetadataFetched.$Shape): ottla.controller.v1.MetadataFetched & ottla.controller.v1.MetadataFetched.$Shape;
                static create(properties?: ottla.controller.v1.MetadataFetched.$Properties): ottla.controller.v1.MetadataFetched;

                /**
                 * Encodes the specified MetadataFetched message. Does not implicitly {@link ottla.controller.v1.MetadataFetched.verify|verify} messages.
                 * @param message MetadataFetched message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.MetadataFetched.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MetadataFetched message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.MetadataFetched & ottla.controller.v1.MetadataFetched.$Shape} MetadataFetched
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.MetadataFetched & ottla.controller.v1.MetadataFetched.$Shape;
            }

            namespace MetadataFetched {

                /** Properties of a MetadataFetched. */
                interface $Properties {

                    /** MetadataFetched records */
                    records?: (Uint8Array|null);

                    /** MetadataFetched highWatermark */
                    highWatermark?: (number|null);

                    /** MetadataFetched leaderId */
                    leaderId?: (number|null);

                    /** MetadataFetched leaderEpoch */
                    leaderEpoch?: (number|null);

                    /** MetadataFetched snapshot */
                    snapshot?: (ottla.controller.v1.SnapshotPlace.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MetadataFetched. */
                type $Shape = ottla.controller.v1.MetadataFetched.$Properties;
            }

            /**
             * Properties of a SnapshotFetch.
             * @deprecated Use ottla.controller.v1.SnapshotFetch.$Properties instead.
             */
            interface ISnapshotFetch extends ottla.controller.v1.SnapshotFetch.$Properties {
            }

            /** Represents a SnapshotFetch. */
            class SnapshotFetch {

                /**
                 * Constructs a new SnapshotFetch.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.SnapshotFetch.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SnapshotFetch endOffset. */
                endOffset: number;

                /** SnapshotFetch epoch. */
                epoch: number;

                /** SnapshotFetch position. */
                position: number;

                /** SnapshotFetch maxBytes. */
                maxBytes: number;

                /**
                 * Creates a new SnapshotFetch instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotFetch instance
                 */
                static create(properties: ottla.controller.v1.SnapshotFetch.$Shape): ottla.controller.v1.SnapshotFetch & ottla.controller.v1.SnapshotFetch.$Shape;
                static create(properties?: ottla.controller.v1.SnapshotFetch.$Properties): ottla.controller.v1.SnapshotFetch;

                /**
                 * Encodes the specified SnapshotFetch message. Does not implicitly {@link ottla.controller.v1.SnapshotFetch.verify|verify} messages.
                 * @param message SnapshotFetch message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.SnapshotFetch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotFetch message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.SnapshotFetch & ottla.controller.v1.SnapshotFetch.$Shape} SnapshotFetch
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.SnapshotFetch & ottla.controller.v1.SnapshotFetch.$Shape;
            }

            namespace SnapshotFetch {

                /** Properties of a SnapshotFetch. */
                interface $Properties {

                    /** SnapshotFetch endOffset */
                    endOffset?: (number|null);

                    /** SnapshotFetch epoch */
                    epoch?: (number|null);

                    /** SnapshotFetch position */
                    position?: (number|null);

                    /** SnapshotFetch maxBytes */
                    maxBytes?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotFetch. */
                type $Shape = ottla.controller.v1.SnapshotFetch.$Properties;
            }

            /**
             * Properties of a SnapshotFetched.
             * @deprecated Use ottla.controller.v1.SnapshotFetched.$Properties instead.
             */
            interface ISnapshotFetched extends ottla.controller.v1.SnapshotFetched.$Properties {
            }

            /** Represents a SnapshotFetched. */
            class SnapshotFetched {

                /**
                 * Constructs a new SnapshotFetched.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.SnapshotFetched.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SnapshotFetched bytes. */
                bytes: Uint8Array;

                /** SnapshotFetched sizeBytes. */
                sizeBytes: number;

                /**
                 * Creates a new SnapshotFetched instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotFetched instance
                 */
                static create(properties: ottla.controller.v1.SnapshotFetched.$Shape): ottla.controller.v1.SnapshotFetched & ottla.controller.v1.SnapshotFetched.$Shape;
                static create(properties?: ottla.controller.v1.SnapshotFetched.$Properties): ottla.controller.v1.SnapshotFetched;

                /**
                 * Encodes the specified SnapshotFetched message. Does not implicitly {@link ottla.controller.v1.SnapshotFetched.verify|verify} messages.
                 * @param message SnapshotFetched message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.SnapshotFetched.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotFetched message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.SnapshotFetched & ottla.controller.v1.SnapshotFetched.$Shape} SnapshotFetched
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.SnapshotFetched & ottla.controller.v1.SnapshotFetched.$Shape;
            }

            namespace SnapshotFetched {

                /** Properties of a SnapshotFetched. */
                interface $Properties {

                    /** SnapshotFetched bytes */
                    bytes?: (Uint8Array|null);

                    /** SnapshotFetched sizeBytes */
                    sizeBytes?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotFetched. */
                type $Shape = ottla.controller.v1.SnapshotFetched.$Properties;
            }

            /**
             * Properties of a ProducerIdsBlockRequest.
             * @deprecated Use ottla.controller.v1.ProducerIdsBlockRequest.$Properties instead.
             */
            interface IProducerIdsBlockRequest extends ottla.controller.v1.ProducerIdsBlockRequest.$Properties {
            }

            /** Represents a ProducerIdsBlockRequest. */
            class ProducerIdsBlockRequest {

                /**
                 * Constructs a new ProducerIdsBlockRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.ProducerIdsBlockRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ProducerIdsBlockRequest brokerId. */
                brokerId: number;

                /**
                 * Creates a new ProducerIdsBlockRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ProducerIdsBlockRequest instance
                 */
                static create(properties: ottla.controller.v1.ProducerIdsBlockRequest.$Shape): ottla.controller.v1.ProducerIdsBlockRequest & ottla.controller.v1.ProducerIdsBlockRequest.$Shape;
                static create(properties?: ottla.controller.v1.ProducerIdsBlockRequest.$Properties): ottla.controller.v1.ProducerIdsBlockRequest;

                /**
                 * Encodes the specified ProducerIdsBlockRequest message. Does not implicitly {@link ottla.controller.v1.ProducerIdsBlockRequest.verify|verify} messages.
                 * @param message ProducerIdsBlockRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.ProducerIdsBlockRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ProducerIdsBlockRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.ProducerIdsBlockRequest & ottla.controller.v1.ProducerIdsBlockRequest.$Shape} ProducerIdsBlockRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.ProducerIdsBlockRequest & ottla.controller.v1.ProducerIdsBlockRequest.$Shape;
            }

            namespace ProducerIdsBlockRequest {

                /** Properties of a ProducerIdsBlockRequest. */
                interface $Properties {

                    /** ProducerIdsBlockRequest brokerId */
                    brokerId?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ProducerIdsBlockRequest. */
                type $Shape = ottla.controller.v1.ProducerIdsBlockRequest.$Properties;
            }

            /**
             * Properties of a ProducerIdsBlock.
             * @deprecated Use ottla.controller.v1.ProducerIdsBlock.$Properties instead.
             */
            interface IProducerIdsBlock extends ottla.controller.v1.ProducerIdsBlock.$Properties {
            }

            /** Represents a ProducerIdsBlock. */
            class ProducerIdsBlock {

                /**
                 * Constructs a new ProducerIdsBlock.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.ProducerIdsBlock.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ProducerIdsBlock firstProducerId. */
                firstProducerId: number;

                /** ProducerIdsBlock count. */
                count: number;

                /**
                 * Creates a new ProducerIdsBlock instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ProducerIdsBlock instance
                 */
                static create(properties: ottla.controller.v1.ProducerIdsBlock.$Shape): ottla.controller.v1.ProducerIdsBlock & ottla.controller.v1.ProducerIdsBlock.$Shape;
                static create(properties?: ottla.controller.v1.ProducerIdsBlock.$Properties): ottla.controller.v1.ProducerIdsBlock;

                /**
                 * Encodes the specified ProducerIdsBlock message. Does not implicitly {@link ottla.controller.v1.ProducerIdsBlock.verify|verify} messages.
                 * @param message ProducerIdsBlock message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.ProducerIdsBlock.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ProducerIdsBlock message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.ProducerIdsBlock & ottla.controller.v1.ProducerIdsBlock.$Shape} ProducerIdsBlock
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.ProducerIdsBlock & ottla.controller.v1.ProducerIdsBlock.$Shape;
            }

            namespace ProducerIdsBlock {

                /** Properties of a ProducerIdsBlock. */
                interface $Properties {

                    /** ProducerIdsBlock firstProducerId */
                    firstProducerId?: (number|null);

                    /** ProducerIdsBlock count */
                    count?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ProducerIdsBlock. */
                type $Shape = ottla.controller.v1.ProducerIdsBlock.$Properties;
            }

            /**
             * Properties of a LeaderEpochBump.
             * @deprecated Use ottla.controller.v1.LeaderEpochBump.$Properties instead.
             */
            interface ILeaderEpochBump extends ottla.controller.v1.LeaderEpochBump.$Properties {
            }

            /** Represents a LeaderEpochBump. */
            class LeaderEpochBump {

                /**
                 * Constructs a new LeaderEpochBump.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.LeaderEpochBump.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LeaderEpochBump brokerId. */
                brokerId: number;

                /** LeaderEpochBump brokerEpoch. */
                brokerEpoch: number;

                /** LeaderEpochBump topicId. */
                topicId: string;

                /** LeaderEpochBump partition. */
                partition: number;

                /** LeaderEpochBump leaderEpoch. */
                leaderEpoch: number;

                /**
                 * Creates a new LeaderEpochBump instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LeaderEpochBump instance
                 */
                static create(properties: ottla.controller.v1.LeaderEpochBump.$Shape): ottla.controller.v1.LeaderEpochBump & ottla.controller.v1.LeaderEpochBump.$Shape;
                static create(properties?: ottla.controller.v1.LeaderEpochBump.$Properties): ottla.controller.v1.LeaderEpochBump;

                /**
                 * Encodes the specified LeaderEpochBump message. Does not implicitly {@link ottla.controller.v1.LeaderEpochBump.verify|verify} messages.
                 * @param message LeaderEpochBump message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.LeaderEpochBump.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LeaderEpochBump message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.LeaderEpochBump & ottla.controller.v1.LeaderEpochBump.$Shape} LeaderEpochBump
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.LeaderEpochBump & ottla.controller.v1.LeaderEpochBump.$Shape;
            }

            namespace LeaderEpochBump {

                /** Properties of a LeaderEpochBump. */
                interface $Properties {

                    /** LeaderEpochBump brokerId */
                    brokerId?: (number|null);

                    /** LeaderEpochBump brokerEpoch */
                    brokerEpoch?: (number|null);

                    /** LeaderEpochBump topicId */
                    topicId?: (string|null);

                    /** LeaderEpochBump partition */
                    partition?: (number|null);

                    /** LeaderEpochBump leaderEpoch */
                    leaderEpoch?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LeaderEpochBump. */
                type $Shape = ottla.controller.v1.LeaderEpochBump.$Properties;
            }

            /**
             * Properties of a LeaderEpochBumped.
             * @deprecated Use ottla.controller.v1.LeaderEpochBumped.$Properties instead.
             */
            interface ILeaderEpochBumped extends ottla.controller.v1.LeaderEpochBumped.$Properties {
            }

            /** Represents a LeaderEpochBumped. */
            class LeaderEpochBumped {

                /**
                 * Constructs a new LeaderEpochBumped.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.LeaderEpochBumped.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LeaderEpochBumped leaderEpoch. */
                leaderEpoch: number;

                /**
                 * Creates a new LeaderEpochBumped instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LeaderEpochBumped instance
                 */
                static create(properties: ottla.controller.v1.LeaderEpochBumped.$Shape): ottla.controller.v1.LeaderEpochBumped & ottla.controller.v1.LeaderEpochBumped.$Shape;
                static create(properties?: ottla.controller.v1.LeaderEpochBumped.$Properties): ottla.controller.v1.LeaderEpochBumped;

                /**
                 * Encodes the specified LeaderEpochBumped message. Does not implicitly {@link ottla.controller.v1.LeaderEpochBumped.verify|verify} messages.
                 * @param message LeaderEpochBumped message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.LeaderEpochBumped.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LeaderEpochBumped message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.LeaderEpochBumped & ottla.controller.v1.LeaderEpochBumped.$Shape} LeaderEpochBumped
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.LeaderEpochBumped & ottla.controller.v1.LeaderEpochBumped.$Shape;
            }

            namespace LeaderEpochBumped {

                /** Properties of a LeaderEpochBumped. */
                interface $Properties {

                    /** LeaderEpochBumped leaderEpoch */
                    leaderEpoch?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LeaderEpochBumped. */
                type $Shape = ottla.controller.v1.LeaderEpochBumped.$Properties;
            }

            /**
             * Properties of an InSyncReplica.
             * @deprecated Use ottla.controller.v1.InSyncReplica.$Properties instead.
             */
            interface IInSyncReplica extends ottla.controller.v1.InSyncReplica.$Properties {
            }

            /** Represents an InSyncReplica. */
            class InSyncReplica {

                /**
                 * Constructs a new InSyncReplica.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.InSyncReplica.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** InSyncReplica brokerId. */
                brokerId: number;

                /** InSyncReplica brokerEpoch. */
                brokerEpoch: number;

                /**
                 * Creates a new InSyncReplica instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns InSyncReplica instance
                 */
                static create(properties: ottla.controller.v1.InSyncReplica.$Shape): ottla.controller.v1.InSyncReplica & ottla.controller.v1.InSyncReplica.$Shape;
                static create(properties?: ottla.controller.v1.InSyncReplica.$Properties): ottla.controller.v1.InSyncReplica;

                /**
                 * Encodes the specified InSyncReplica message. Does not implicitly {@link ottla.controller.v1.InSyncReplica.verify|verify} messages.
                 * @param message InSyncReplica message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.InSyncReplica.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InSyncReplica message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.InSyncReplica & ottla.controller.v1.InSyncReplica.$Shape} InSyncReplica
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.InSyncReplica & ottla.controller.v1.InSyncReplica.$Shape;
            }

            namespace InSyncReplica {

                /** Properties of an InSyncReplica. */
                interface $Properties {

                    /** InSyncReplica brokerId */
                    brokerId?: (number|null);

                    /** InSyncReplica brokerEpoch */
                    brokerEpoch?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InSyncReplica. */
                type $Shape = ottla.controller.v1.InSyncReplica.$Properties;
            }

            /**
             * Properties of a PartitionAlteration.
             * @deprecated Use ottla.controller.v1.PartitionAlteration.$Properties instead.
             */
            interface IPartitionAlteration extends ottla.controller.v1.PartitionAlteration.$Properties {
            }

            /** Represents a PartitionAlteration. */
            class PartitionAlteration {

                /**
                 * Constructs a new PartitionAlteration.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.PartitionAlteration.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PartitionAlteration topicId. */
                topicId: string;

                /** PartitionAlteration partition. */
                partition: number;

                /** PartitionAlteration leaderEpoch. */
                leaderEpoch: number;

                /** PartitionAlteration partitionEpoch. */
                partitionEpoch: number;

                /** PartitionAlteration newIsr. */
                newIsr: ottla.controller.v1.InSyncReplica.$Properties[];

                /**
                 * Creates a new PartitionAlteration instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PartitionAlteration instance
                 */
                static create(properties: ottla.controller.v1.PartitionAlteration.$Shape): ottla.controller.v1.PartitionAlteration & ottla.controller.v1.PartitionAlteration.$Shape;
                static create(properties?: ottla.controller.v1.PartitionAlteration.$Properties): ottla.controller.v1.PartitionAlteration;

                /**
                 * Encodes the specified PartitionAlteration message. Does not implicitly {@link ottla.controller.v1.PartitionAlteration.verify|verify} messages.
                 * @param message PartitionAlteration message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.PartitionAlteration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PartitionAlteration message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.PartitionAlteration & ottla.controller.v1.PartitionAlteration.$Shape} PartitionAlteration
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.PartitionAlteration & ottla.controller.v1.PartitionAlteration.$Shape;
            }

            namespace PartitionAlteration {

                /** Properties of a PartitionAlteration. */
                interface $Properties {

                    /** PartitionAlteration topicId */
                    topicId?: (string|null);

                    /** PartitionAlteration partition */
                    partition?: (number|null);

                    /** PartitionAlteration leaderEpoch */
                    leaderEpoch?: (number|null);

                    /** PartitionAlteration partitionEpoch */
                    partitionEpoch?: (number|null);

                    /** PartitionAlteration newIsr */
                    newIsr?: (ottla.controller.v1.InSyncReplica.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PartitionAlteration. */
                type $Shape = ottla.controller.v1.PartitionAlteration.$Properties;
            }

            /**
             * Properties of a PartitionsAlteration.
             * @deprecated Use ottla.controller.v1.PartitionsAlteration.$Properties instead.
             */
            interface IPartitionsAlteration extends ottla.controller.v1.PartitionsAlteration.$Properties {
            }

            /** Represents a PartitionsAlteration. */
            class PartitionsAlteration {

                /**
                 * Constructs a new PartitionsAlteration.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.PartitionsAlteration.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PartitionsAlteration brokerId. */
                brokerId: number;

                /** PartitionsAlteration brokerEpoch. */
                brokerEpoch: number;

                /** PartitionsAlteration partitions. */
                partitions: ottla.controller.v1.PartitionAlteration.$Properties[];

                /**
                 * Creates a new PartitionsAlteration instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PartitionsAlteration instance
                 */
                static create(properties: ottla.controller.v1.PartitionsAlteration.$Shape): ottla.controller.v1.PartitionsAlteration & ottla.controller.v1.PartitionsAlteration.$Shape;
                static create(properties?: ottla.controller.v1.PartitionsAlteration.$Properties): ottla.controller.v1.PartitionsAlteration;

                /**
                 * Encodes the specified PartitionsAlteration message. Does not implicitly {@link ottla.controller.v1.PartitionsAlteration.verify|verify} messages.
                 * @param message PartitionsAlteration message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.PartitionsAlteration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PartitionsAlteration message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.PartitionsAlteration & ottla.controller.v1.PartitionsAlteration.$Shape} PartitionsAlteration
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.PartitionsAlteration & ottla.controller.v1.PartitionsAlteration.$Shape;
            }

            namespace PartitionsAlteration {

                /** Properties of a PartitionsAlteration. */
                interface $Properties {

                    /** PartitionsAlteration brokerId */
                    brokerId?: (number|null);

                    /** PartitionsAlteration brokerEpoch */
                    brokerEpoch?: (number|null);

                    /** PartitionsAlteration partitions */
                    partitions?: (ottla.controller.v1.PartitionAlteration.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PartitionsAlteration. */
                type $Shape = ottla.controller.v1.PartitionsAlteration.$Properties;
            }

            /**
             * Properties of a PartitionAltered.
             * @deprecated Use ottla.controller.v1.PartitionAltered.$Properties instead.
             */
            interface IPartitionAltered extends ottla.controller.v1.PartitionAltered.$Properties {
            }

            /** Represents a PartitionAltered. */
            class PartitionAltered {

                /**
                 * Constructs a new PartitionAltered.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.PartitionAltered.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PartitionAltered topicId. */
                topicId: string;

                /** PartitionAltered partition. */
                partition: number;

                /** PartitionAltered errorCode. */
                errorCode: number;

                /** PartitionAltered leaderEpoch. */
                leaderEpoch: number;

                /** PartitionAltered partitionEpoch. */
                partitionEpoch: number;

                /** PartitionAltered isr. */
                isr: number[];

                /**
                 * Creates a new PartitionAltered instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PartitionAltered instance
                 */
                static create(properties: ottla.controller.v1.PartitionAltered.$Shape): ottla.controller.v1.PartitionAltered & ottla.controller.v1.PartitionAltered.$Shape;
                static create(properties?: ottla.controller.v1.PartitionAltered.$Properties): ottla.controller.v1.PartitionAltered;

                /**
                 * Encodes the specified PartitionAltered message. Does not implicitly {@link ottla.controller.v1.PartitionAltered.verify|verify} messages.
                 * @param message PartitionAltered message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.PartitionAltered.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PartitionAltered message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.PartitionAltered & ottla.controller.v1.PartitionAltered.$Shape} PartitionAltered
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.PartitionAltered & ottla.controller.v1.PartitionAltered.$Shape;
            }

            namespace PartitionAltered {

                /** Properties of a PartitionAltered. */
                interface $Properties {

                    /** PartitionAltered topicId */
                    topicId?: (string|null);

                    /** PartitionAltered partition */
                    partition?: (number|null);

                    /** PartitionAltered errorCode */
                    errorCode?: (number|null);

                    /** PartitionAltered leaderEpoch */
                    leaderEpoch?: (number|null);

                    /** PartitionAltered partitionEpoch */
                    partitionEpoch?: (number|null);

                    /** PartitionAltered isr */
                    isr?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PartitionAltered. */
                type $Shape = ottla.controller.v1.PartitionAltered.$Properties;
            }

            /**
             * Properties of a PartitionsAltered.
             * @deprecated Use ottla.controller.v1.PartitionsAltered.$Properties instead.
             */
            interface IPartitionsAltered extends ottla.controller.v1.PartitionsAltered.$Properties {
            }

            /** Represents a PartitionsAltered. */
            class PartitionsAltered {

                /**
                 * Constructs a new PartitionsAltered.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.PartitionsAltered.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PartitionsAltered partitions. */
                partitions: ottla.controller.v1.PartitionAltered.$Properties[];

                /**
                 * Creates a new PartitionsAltered instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PartitionsAltered instance
                 */
                static create(properties: ottla.controller.v1.PartitionsAltered.$Shape): ottla.controller.v1.PartitionsAltered & ottla.controller.v1.PartitionsAltered.$Shape;
                static create(properties?: ottla.controller.v1.PartitionsAltered.$Properties): ottla.controller.v1.PartitionsAltered;

                /**
                 * Encodes the specified PartitionsAltered message. Does not implicitly {@link ottla.controller.v1.PartitionsAltered.verify|verify} messages.
                 * @param message PartitionsAltered message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.PartitionsAltered.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PartitionsAltered message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.PartitionsAltered & ottla.controller.v1.PartitionsAltered.$Shape} PartitionsAltered
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.PartitionsAltered & ottla.controller.v1.PartitionsAltered.$Shape;
            }

            namespace PartitionsAltered {

                /** Properties of a PartitionsAltered. */
                interface $Properties {

                    /** PartitionsAltered partitions */
                    partitions?: (ottla.controller.v1.PartitionAltered.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PartitionsAltered. */
                type $Shape = ottla.controller.v1.PartitionsAltered.$Properties;
            }
        }
    }

    /** Namespace envelope. */
    namespace envelope {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of an Envelope.
             * @deprecated Use ottla.envelope.v1.Envelope.$Properties instead.
             */
            interface IEnvelope extends ottla.envelope.v1.Envelope.$Properties {
            }

            /** Represents an Envelope. */
            class Envelope {

                /**
                 * Constructs a new Envelope.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.envelope.v1.Envelope.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Envelope apiKey. */
                apiKey: number;

                /** Envelope apiVersion. */
                apiVersion: number;

                /** Envelope clientId. */
                clientId?: (string|null);

                /** Envelope principal. */
                principal: string;

                /** Envelope clientAddress. */
                clientAddress: string;

                /** Envelope listenerName. */
                listenerName: string;

                /** Envelope body. */
                body: Uint8Array;

                /**
                 * Creates a new Envelope instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Envelope instance
                 */
                static create(properties: ottla.envelope.v1.Envelope.$Shape): ottla.envelope.v1.Envelope & ottla.envelope.v1.Envelope.$Shape;
                static create(properties?: ottla.envelope.v1.Envelope.$Properties): ottla.envelope.v1.Envelope;

                /**
                 * Encodes the specified Envelope message. Does not implicitly {@link ottla.envelope.v1.Envelope.verify|verify} messages.
                 * @param message Envelope message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.envelope.v1.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Envelope message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.envelope.v1.Envelope & ottla.envelope.v1.Envelope.$Shape} Envelope
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.envelope.v1.Envelope & ottla.envelope.v1.Envelope.$Shape;
            }

            namespace Envelope {

                /** Properties of an Envelope. */
                interface $Properties {

                    /** Envelope apiKey */
                    apiKey?: (number|null);

                    /** Envelope apiVersion */
                    apiVersion?: (number|null);

                    /** Envelope clientId */
                    clientId?: (string|null);

                    /** Envelope principal */
                    principal?: (string|null);

                    /** Envelope clientAddress */
                    clientAddress?: (string|null);

                    /** Envelope listenerName */
                    listenerName?: (string|null);

                    /** Envelope body */
                    body?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Envelope. */
                type $Shape = ottla.envelope.v1.Envelope.$Properties;
            }

            /**
             * Properties of an EnvelopeAnswer.
             * @deprecated Use ottla.envelope.v1.EnvelopeAnswer.$Properties instead.
             */
            interface IEnvelopeAnswer extends ottla.envelope.v1.EnvelopeAnswer.$Properties {
            }

            /** Represents an EnvelopeAnswer. */
            class EnvelopeAnswer {

                /**
                 * Constructs a new EnvelopeAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.envelope.v1.EnvelopeAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** EnvelopeAnswer body. */
                body: Uint8Array;

                /**
                 * Creates a new EnvelopeAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns EnvelopeAnswer instance
                 */
                static create(properties: ottla.envelope.v1.EnvelopeAnswer.$Shape): ottla.envelope.v1.EnvelopeAnswer & ottla.envelope.v1.EnvelopeAnswer.$Shape;
                static create(properties?: ottla.envelope.v1.EnvelopeAnswer.$Properties): ottla.envelope.v1.EnvelopeAnswer;

                /**
                 * Encodes the specified EnvelopeAnswer message. Does not implicitly {@link ottla.envelope.v1.EnvelopeAnswer.verify|verify} messages.
                 * @param message EnvelopeAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.envelope.v1.EnvelopeAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an EnvelopeAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.envelope.v1.EnvelopeAnswer & ottla.envelope.v1.EnvelopeAnswer.$Shape} EnvelopeAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.envelope.v1.EnvelopeAnswer & ottla.envelope.v1.EnvelopeAnswer.$Shape;
            }

            namespace EnvelopeAnswer {

                /** Properties of an EnvelopeAnswer. */
                interface $Properties {

                    /** EnvelopeAnswer body */
                    body?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an EnvelopeAnswer. */
                type $Shape = ottla.envelope.v1.EnvelopeAnswer.$Properties;
            }

            /**
             * Properties of a Nothing.
             * @deprecated Use ottla.envelope.v1.Nothing.$Properties instead.
             */
            interface INothing extends ottla.envelope.v1.Nothing.$Properties {
            }

            /** Represents a Nothing. */
            class Nothing {

                /**
                 * Constructs a new Nothing.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.envelope.v1.Nothing.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new Nothing instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Nothing instance
                 */
                static create(properties: ottla.envelope.v1.Nothing.$Shape): ottla.envelope.v1.Nothing & ottla.envelope.v1.Nothing.$Shape;
                static create(properties?: ottla.envelope.v1.Nothing.$Properties): ottla.envelope.v1.Nothing;

                /**
                 * Encodes the specified Nothing message. Does not implicitly {@link ottla.envelope.v1.Nothing.verify|verify} messages.
                 * @param message Nothing message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.envelope.v1.Nothing.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Nothing message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.envelope.v1.Nothing & ottla.envelope.v1.Nothing.$Shape} Nothing
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.envelope.v1.Nothing & ottla.envelope.v1.Nothing.$Shape;
            }

            namespace Nothing {

                /** Properties of a Nothing. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Nothing. */
                type $Shape = ottla.envelope.v1.Nothing.$Properties;
            }
        }
    }

    /** Namespace coordinator. */
    namespace coordinator {

        /** Namespace v1. */
        namespace v1 {

            /** Represents a Coordinator */
            class Coordinator extends $protobuf.rpc.Service {

                /**
                 * Constructs a new Coordinator service.
                 * @param rpcImpl RPC implementation
                 * @param [requestDelimited=false] Whether requests are length-delimited
                 * @param [responseDelimited=false] Whether responses are length-delimited
                 */
                constructor(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean);

                /**
                 * Creates new Coordinator service using the specified rpc implementation.
                 * @param rpcImpl RPC implementation
                 * @param [requestDelimited=false] Whether requests are length-delimited
                 * @param [responseDelimited=false] Whether responses are length-delimited
                 * @returns RPC service. Useful where requests and/or responses are streamed.
                 */
                static create(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean): Coordinator;

                /** Calls Grant. */
                grant: ottla.coordinator.v1.Coordinator.Grant;

                /** Calls Revoke. */
                revoke: ottla.coordinator.v1.Coordinator.Revoke;

                /** Calls Progress. */
                progress: ottla.coordinator.v1.Coordinator.Progress;

                /** Calls Forward. */
                forward: ottla.coordinator.v1.Coordinator.Forward;
            }

            namespace Coordinator {

                /**
                 * Callback as used by {@link ottla.coordinator.v1.Coordinator#grant}.
                 * @param error Error, if any
                 * @param [response] Nothing
                 */
                type GrantCallback = (error: (Error|null), response?: ottla.envelope.v1.Nothing) => void;

                /** Calls Grant. */
                type Grant = {
                  (request: ottla.coordinator.v1.IShardGrant, callback: ottla.coordinator.v1.Coordinator.GrantCallback): void;
                  (request: ottla.coordinator.v1.IShardGrant): Promise<ottla.envelope.v1.Nothing>;
                  readonly name: "Grant";
                  readonly path: "/ottla.coordinator.v1.Coordinator/Grant";
                  readonly requestType: "ShardGrant";
                  readonly responseType: "ottla.envelope.v1.Nothing";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.coordinator.v1.Coordinator#revoke}.
                 * @param error Error, if any
                 * @param [response] Nothing
                 */
                type RevokeCallback = (error: (Error|null), response?: ottla.envelope.v1.Nothing) => void;

                /** Calls Revoke. */
                type Revoke = {
                  (request: ottla.coordinator.v1.IShardId, callback: ottla.coordinator.v1.Coordinator.RevokeCallback): void;
                  (request: ottla.coordinator.v1.IShardId): Promise<ottla.envelope.v1.Nothing>;
                  readonly name: "Revoke";
                  readonly path: "/ottla.coordinator.v1.Coordinator/Revoke";
                  readonly requestType: "ShardId";
                  readonly responseType: "ottla.envelope.v1.Nothing";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.coordinator.v1.Coordinator#progress}.
                 * @param error Error, if any
                 * @param [response] Nothing
                 */
                type ProgressCallback = (error: (Error|null), response?: ottla.envelope.v1.Nothing) => void;

                /** Calls Progress. */
                type Progress = {
                  (request: ottla.coordinator.v1.IShardProgress, callback: ottla.coordinator.v1.Coordinator.ProgressCallback): void;
                  (request: ottla.coordinator.v1.IShardProgress): Promise<ottla.envelope.v1.Nothing>;
                  readonly name: "Progress";
                  readonly path: "/ottla.coordinator.v1.Coordinator/Progress";
                  readonly requestType: "ShardProgress";
                  readonly responseType: "ottla.envelope.v1.Nothing";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.coordinator.v1.Coordinator#forward}.
                 * @param error Error, if any
                 * @param [response] EnvelopeAnswer
                 */
                type ForwardCallback = (error: (Error|null), response?: ottla.envelope.v1.EnvelopeAnswer) => void;

                /** Calls Forward. */
                type Forward = {
                  (request: ottla.coordinator.v1.IShardEnvelope, callback: ottla.coordinator.v1.Coordinator.ForwardCallback): void;
                  (request: ottla.coordinator.v1.IShardEnvelope): Promise<ottla.envelope.v1.EnvelopeAnswer>;
                  readonly name: "Forward";
                  readonly path: "/ottla.coordinator.v1.Coordinator/Forward";
                  readonly requestType: "ShardEnvelope";
                  readonly responseType: "ottla.envelope.v1.EnvelopeAnswer";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };
            }

            /** Represents a ShardHost */
            class ShardHost extends $protobuf.rpc.Service {

                /**
                 * Constructs a new ShardHost service.
                 * @param rpcImpl RPC implementation
                 * @param [requestDelimited=false] Whether requests are length-delimited
                 * @param [responseDelimited=false] Whether responses are length-delimited
                 */
                constructor(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean);

                /**
                 * Creates new ShardHost service using the specified rpc implementation.
                 * @param rpcImpl RPC implementation
                 * @param [requestDelimited=false] Whether requests are length-delimited
                 * @param [responseDelimited=false] Whether responses are length-delimited
                 * @returns RPC service. Useful where requests and/or responses are streamed.
                 */
                static create(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean): ShardHost;

                /** Calls Append. */
                append: ottla.coordinator.v1.ShardHost.Append;

                /** Calls Read. */
                read: ottla.coordinator.v1.ShardHost.Read;

                /** Calls Release. */
                release: ottla.coordinator.v1.ShardHost.Release;

                /** Calls WriteTxnMarkers. */
                writeTxnMarkers: ottla.coordinator.v1.ShardHost.WriteTxnMarkers;
            }

            namespace ShardHost {

                /**
                 * Callback as used by {@link ottla.coordinator.v1.ShardHost#append}.
                 * @param error Error, if any
                 * @param [response] ShardAppended
                 */
                type AppendCallback = (error: (Error|null), response?: ottla.coordinator.v1.ShardAppended) => void;

                /** Calls Append. */
                type Append = {
                  (request: ottla.coordinator.v1.IShardAppend, callback: ottla.coordinator.v1.ShardHost.AppendCallback): void;
                  (request: ottla.coordinator.v1.IShardAppend): Promise<ottla.coordinator.v1.ShardAppended>;
                  readonly name: "Append";
                  readonly path: "/ottla.coordinator.v1.ShardHost/Append";
                  readonly requestType: "ShardAppend";
                  readonly responseType: "ShardAppended";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.coordinator.v1.ShardHost#read}.
                 * @param error Error, if any
                 * @param [response] ShardReadAnswer
                 */
                type ReadCallback = (error: (Error|null), response?: ottla.coordinator.v1.ShardReadAnswer) => void;

                /** Calls Read. */
                type Read = {
                  (request: ottla.coordinator.v1.IShardRead, callback: ottla.coordinator.v1.ShardHost.ReadCallback): void;
                  (request: ottla.coordinator.v1.IShardRead): Promise<ottla.coordinator.v1.ShardReadAnswer>;
                  readonly name: "Read";
                  readonly path: "/ottla.coordinator.v1.ShardHost/Read";
                  readonly requestType: "ShardRead";
                  readonly responseType: "ShardReadAnswer";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.coordinator.v1.ShardHost#release}.
                 * @param error Error, if any
                 * @param [response] Nothing
                 */
                type ReleaseCallback = (error: (Error|null), response?: ottla.envelope.v1.Nothing) => void;

                /** Calls Release. */
                type Release = {
                  (request: ottla.coordinator.v1.IShardId, callback: ottla.coordinator.v1.ShardHost.ReleaseCallback): void;
                  (request: ottla.coordinator.v1.IShardId): Promise<ottla.envelope.v1.Nothing>;
                  readonly name: "Release";
                  readonly path: "/ottla.coordinator.v1.ShardHost/Release";
                  readonly requestType: "ShardId";
                  readonly responseType: "ottla.envelope.v1.Nothing";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.coordinator.v1.ShardHost#writeTxnMarkers}.
                 * @param error Error, if any
                 * @param [response] EnvelopeAnswer
                 */
                type WriteTxnMarkersCallback = (error: (Error|null), response?: ottla.envelope.v1.EnvelopeAnswer) => void;

                /** Calls WriteTxnMarkers. */
                type WriteTxnMarkers = {
                  (request: ottla.envelope.v1.IEnvelope, callback: ottla.coordinator.v1.ShardHost.WriteTxnMarkersCallback): void;
                  (request: ottla.envelope.v1.IEnvelope): Promise<ottla.envelope.v1.EnvelopeAnswer>;
                  readonly name: "WriteTxnMarkers";
                  readonly path: "/ottla.coordinator.v1.ShardHost/WriteTxnMarkers";
                  readonly requestType: "ottla.envelope.v1.Envelope";
                  readonly responseType: "ottla.envelope.v1.EnvelopeAnswer";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };
            }

            /**
             * Properties of a ShardId.
             * @deprecated Use ottla.coordinator.v1.ShardId.$Properties instead.
             */
            interface IShardId extends ottla.coordinator.v1.ShardId.$Properties {
            }

            /** Represents a ShardId. */
            class ShardId {

                /**
                 * Constructs a new ShardId.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.coordinator.v1.ShardId.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ShardId topic. */
                topic: string;

                /** ShardId partition. */
                partition: number;

                /** ShardId leaderEpoch. */
                leaderEpoch: number;

                /**
                 * Creates a new ShardId instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ShardId instance
                 */
                static create(properties: ottla.coordinator.v1.ShardId.$Shape): ottla.coordinator.v1.ShardId & ottla.coordinator.v1.ShardId.$Shape;
                static create(properties?: ottla.coordinator.v1.ShardId.$Properties): ottla.coordinator.v1.ShardId;

                /**
                 * Encodes the specified ShardId message. Does not implicitly {@link ottla.coordinator.v1.ShardId.verify|verify} messages.
                 * @param message ShardId message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.coordinator.v1.ShardId.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ShardId message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardId & ottla.coordinator.v1.ShardId.$Shape} ShardId
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.coordinator.v1.ShardId & ottla.coordinator.v1.ShardId.$Shape;
            }

            namespace ShardId {

                /** Properties of a ShardId. */
                interface $Properties {

                    /** ShardId topic */
                    topic?: (string|null);

                    /** ShardId partition */
                    partition?: (number|null);

                    /** ShardId leaderEpoch */
                    leaderEpoch?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ShardId. */
                type $Shape = ottla.coordinator.v1.ShardId.$Properties;
            }

            /**
             * Properties of a ShardGrant.
             * @deprecated Use ottla.coordinator.v1.ShardGrant.$Properties instead.
             */
            interface IShardGrant extends ottla.coordinator.v1.ShardGrant.$Properties {
            }

            /** Represents a ShardGrant. */
            class ShardGrant {

                /**
                 * Constructs a new ShardGrant.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.coordinator.v1.ShardGrant.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ShardGrant topic. */
                topic: string;

                /** ShardGrant partition. */
                partition: number;

                /** ShardGrant leaderEpoch. */
                leaderEpoch: number;

                /** ShardGrant logStartOffset. */
                logStartOffset: number;

                /** ShardGrant logEndOffset. */
                logEndOffset: number;

                /** ShardGrant highWatermark. */
                highWatermark: number;

                /**
                 * Creates a new ShardGrant instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ShardGrant instance
                 */
                static create(properties: ottla.coordinator.v1.ShardGrant.$Shape): ottla.coordinator.v1.ShardGrant & ottla.coordinator.v1.ShardGrant.$Shape;
                static create(properties?: ottla.coordinator.v1.ShardGrant.$Properties): ottla.coordinator.v1.ShardGrant;

                /**
                 * Encodes the specified ShardGrant message. Does not implicitly {@link ottla.coordinator.v1.ShardGrant.verify|verify} messages.
                 * @param message ShardGrant message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.coordinator.v1.ShardGrant.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ShardGrant message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardGrant & ottla.coordinator.v1.ShardGrant.$Shape} ShardGrant
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.coordinator.v1.ShardGrant & ottla.coordinator.v1.ShardGrant.$Shape;
            }

            namespace ShardGrant {

                /** Properties of a ShardGrant. */
                interface $Properties {

                    /** ShardGrant topic */
                    topic?: (string|null);

                    /** ShardGrant partition */
                    partition?: (number|null);

                    /** ShardGrant leaderEpoch */
                    leaderEpoch?: (number|null);

                    /** ShardGrant logStartOffset */
                    logStartOffset?: (number|null);

                    /** ShardGrant logEndOffset */
                    logEndOffset?: (number|null);

                    /** ShardGrant highWatermark */
                    highWatermark?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ShardGrant. */
                type $Shape = ottla.coordinator.v1.ShardGrant.$Properties;
            }

            /**
             * Properties of a ShardProgress.
             * @deprecated Use ottla.coordinator.v1.ShardProgress.$Properties instead.
             */
            interface IShardProgress extends ottla.coordinator.v1.ShardProgress.$Properties {
            }

            /** Represents a ShardProgress. */
            class ShardProgress {

                /**
                 * Constructs a new ShardProgress.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.coordinator.v1.ShardProgress.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ShardProgress topic. */
                topic: string;

                /** ShardProgress partition. */
                partition: number;

                /** ShardProgress leaderEpoch. */
                leaderEpoch: number;

                /** ShardProgress highWatermark. */
                highWatermark: number;

                /**
                 * Creates a new ShardProgress instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ShardProgress instance
                 */
                static create(properties: ottla.coordinator.v1.ShardProgress.$Shape): ottla.coordinator.v1.ShardProgress & ottla.coordinator.v1.ShardProgress.$Shape;
                static create(properties?: ottla.coordinator.v1.ShardProgress.$Properties): ottla.coordinator.v1.ShardProgress;

                /**
                 * Encodes the specified ShardProgress message. Does not implicitly {@link ottla.coordinator.v1.ShardProgress.verify|verify} messages.
                 * @param message ShardProgress message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.coordinator.v1.ShardProgress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ShardProgress message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardProgress & ottla.coordinator.v1.ShardProgress.$Shape} ShardProgress
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.coordinator.v1.ShardProgress & ottla.coordinator.v1.ShardProgress.$Shape;
            }

            namespace ShardProgress {

                /** Properties of a ShardProgress. */
                interface $Properties {

                    /** ShardProgress topic */
                    topic?: (string|null);

                    /** ShardProgress partition */
                    partition?: (number|null);

                    /** ShardProgress leaderEpoch */
                    leaderEpoch?: (number|null);

                    /** ShardProgress highWatermark */
                    highWatermark?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ShardProgress. */
                type $Shape = ottla.coordinator.v1.ShardProgress.$Properties;
            }

            /**
             * Properties of a ShardEnvelope.
             * @deprecated Use ottla.coordinator.v1.ShardEnvelope.$Properties instead.
             */
            interface IShardEnvelope extends ottla.coordinator.v1.ShardEnvelope.$Properties {
            }

            /** Represents a ShardEnvelope. */
            class ShardEnvelope {

                /**
                 * Constructs a new ShardEnvelope.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.coordinator.v1.ShardEnvelope.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ShardEnvelope topic. */
                topic: string;

                /** ShardEnvelope partition. */
                partition: number;

                /** ShardEnvelope envelope. */
                envelope?: (ottla.envelope.v1.Envelope.$Properties|null);

                /**
                 * Creates a new ShardEnvelope instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ShardEnvelope instance
                 */
                static create(properties: ottla.coordinator.v1.ShardEnvelope.$Shape): ottla.coordinator.v1.ShardEnvelope & ottla.coordinator.v1.ShardEnvelope.$Shape;
                static create(properties?: ottla.coordinator.v1.ShardEnvelope.$Properties): ottla.coordinator.v1.ShardEnvelope;

                /**
                 * Encodes the specified ShardEnvelope message. Does not implicitly {@link ottla.coordinator.v1.ShardEnvelope.verify|verify} messages.
                 * @param message ShardEnvelope message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.coordinator.v1.ShardEnvelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ShardEnvelope message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardEnvelope & ottla.coordinator.v1.ShardEnvelope.$Shape} ShardEnvelope
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.coordinator.v1.ShardEnvelope & ottla.coordinator.v1.ShardEnvelope.$Shape;
            }

            namespace ShardEnvelope {

                /** Properties of a ShardEnvelope. */
                interface $Properties {

                    /** ShardEnvelope topic */
                    topic?: (string|null);

                    /** ShardEnvelope partition */
                    partition?: (number|null);

                    /** ShardEnvelope envelope */
                    envelope?: (ottla.envelope.v1.Envelope.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ShardEnvelope. */
                type $Shape = ottla.coordinator.v1.ShardEnvelope.$Properties;
            }

            /**
             * Properties of a ShardAppend.
             * @deprecated Use ottla.coordinator.v1.ShardAppend.$Properties instead.
             */
            interface IShardAppend extends ottla.coordinator.v1.ShardAppend.$Properties {
            }

            /** Represents a ShardAppend. */
            class ShardAppend {

                /**
                 * Constructs a new ShardAppend.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.coordinator.v1.ShardAppend.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ShardAppend topic. */
                topic: string;

                /** ShardAppend partition. */
                partition: number;

                /** ShardAppend leaderEpoch. */
                leaderEpoch: number;

                /** ShardAppend expectedBaseOffset. */
                expectedBaseOffset: number;

                /** ShardAppend records. */
                records: Uint8Array;

                /**
                 * Creates a new ShardAppend instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ShardAppend instance
                 */
                static create(properties: ottla.coordinator.v1.ShardAppend.$Shape): ottla.coordinator.v1.ShardAppend & ottla.coordinator.v1.ShardAppend.$Shape;
                static create(properties?: ottla.coordinator.v1.ShardAppend.$Properties): ottla.coordinator.v1.ShardAppend;

                /**
                 * Encodes the specified ShardAppend message. Does not implicitly {@link ottla.coordinator.v1.ShardAppend.verify|verify} messages.
                 * @param message ShardAppend message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.coordinator.v1.ShardAppend.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ShardAppend message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardAppend & ottla.coordinator.v1.ShardAppend.$Shape} ShardAppend
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.coordinator.v1.ShardAppend & ottla.coordinator.v1.ShardAppend.$Shape;
            }

            namespace ShardAppend {

                /** Properties of a ShardAppend. */
                interface $Properties {

                    /** ShardAppend topic */
                    topic?: (string|null);

                    /** ShardAppend partition */
                    partition?: (number|null);

                    /** ShardAppend leaderEpoch */
                    leaderEpoch?: (number|null);

                    /** ShardAppend expectedBaseOffset */
                    expectedBaseOffset?: (number|null);

                    /** ShardAppend records */
                    records?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ShardAppend. */
                type $Shape = ottla.coordinator.v1.ShardAppend.$Properties;
            }

            /**
             * Properties of a ShardAppended.
             * @deprecated Use ottla.coordinator.v1.ShardAppended.$Properties instead.
             */
            interface IShardAppended extends ottla.coordinator.v1.ShardAppended.$Properties {
            }

            /** Represents a ShardAppended. */
            class ShardAppended {

                /**
                 * Constructs a new ShardAppended.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.coordinator.v1.ShardAppended.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ShardAppended baseOffset. */
                baseOffset: number;

                /** ShardAppended logEndOffset. */
                logEndOffset: number;

                /** ShardAppended highWatermark. */
                highWatermark: number;

                /**
                 * Creates a new ShardAppended instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ShardAppended instance
                 */
                static create(properties: ottla.coordinator.v1.ShardAppended.$Shape): ottla.coordinator.v1.ShardAppended & ottla.coordinator.v1.ShardAppended.$Shape;
                static create(properties?: ottla.coordinator.v1.ShardAppended.$Properties): ottla.coordinator.v1.ShardAppended;

                /**
                 * Encodes the specified ShardAppended message. Does not implicitly {@link ottla.coordinator.v1.ShardAppended.verify|verify} messages.
                 * @param message ShardAppended message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.coordinator.v1.ShardAppended.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ShardAppended message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardAppended & ottla.coordinator.v1.ShardAppended.$Shape} ShardAppended
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.coordinator.v1.ShardAppended & ottla.coordinator.v1.ShardAppended.$Shape;
            }

            namespace ShardAppended {

                /** Properties of a ShardAppended. */
                interface $Properties {

                    /** ShardAppended baseOffset */
                    baseOffset?: (number|null);

                    /** ShardAppended logEndOffset */
                    logEndOffset?: (number|null);

                    /** ShardAppended highWatermark */
                    highWatermark?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ShardAppended. */
                type $Shape = ottla.coordinator.v1.ShardAppended.$Properties;
            }

            /**
             * Properties of a ShardRead.
             * @deprecated Use ottla.coordinator.v1.ShardRead.$Properties instead.
             */
            interface IShardRead extends ottla.coordinator.v1.ShardRead.$Properties {
            }

            /** Represents a ShardRead. */
            class ShardRead {

                /**
                 * Constructs a new ShardRead.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.coordinator.v1.ShardRead.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ShardRead topic. */
                topic: string;

                /** ShardRead partition. */
                partition: number;

                /** ShardRead leaderEpoch. */
                leaderEpoch: number;

                /** ShardRead offset. */
                offset: number;

                /** ShardRead maxBytes. */
                maxBytes: number;

                /**
                 * Creates a new ShardRead instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ShardRead instance
                 */
                static create(properties: ottla.coordinator.v1.ShardRead.$Shape): ottla.coordinator.v1.ShardRead & ottla.coordinator.v1.ShardRead.$Shape;
                static create(properties?: ottla.coordinator.v1.ShardRead.$Properties): ottla.coordinator.v1.ShardRead;

                /**
                 * Encodes the specified ShardRead message. Does not implicitly {@link ottla.coordinator.v1.ShardRead.verify|verify} messages.
                 * @param message ShardRead message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.coordinator.v1.ShardRead.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ShardRead message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardRead & ottla.coordinator.v1.ShardRead.$Shape} ShardRead
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.coordinator.v1.ShardRead & ottla.coordinator.v1.ShardRead.$Shape;
            }

            namespace ShardRead {

                /** Properties of a ShardRead. */
                interface $Properties {

                    /** ShardRead topic */
                    topic?: (string|null);

                    /** ShardRead partition */
                    partition?: (number|null);

                    /** ShardRead leaderEpoch */
                    leaderEpoch?: (number|null);

                    /** ShardRead offset */
                    offset?: (number|null);

                    /** ShardRead maxBytes */
                    maxBytes?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ShardRead. */
                type $Shape = ottla.coordinator.v1.ShardRead.$Properties;
            }

            /**
             * Properties of a ShardReadAnswer.
             * @deprecated Use ottla.coordinator.v1.ShardReadAnswer.$Properties instead.
             */
            interface IShardReadAnswer extends ottla.coordinator.v1.ShardReadAnswer.$Properties {
            }

            /** Represents a ShardReadAnswer. */
            class ShardReadAnswer {

                /**
                 * Constructs a new ShardReadAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.coordinator.v1.ShardReadAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ShardReadAnswer records. */
                records: Uint8Array;

                /** ShardReadAnswer logStartOffset. */
                logStartOffset: number;

                /** ShardReadAnswer logEndOffset. */
                logEndOffset: number;

                /** ShardReadAnswer highWatermark. */
                highWatermark: number;

                /**
                 * Creates a new ShardReadAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ShardReadAnswer instance
                 */
                static create(properties: ottla.coordinator.v1.ShardReadAnswer.$Shape): ottla.coordinator.v1.ShardReadAnswer & ottla.coordinator.v1.ShardReadAnswer.$Shape;
                static create(properties?: ottla.coordinator.v1.ShardReadAnswer.$Properties): ottla.coordinator.v1.ShardReadAnswer;

                /**
                 * Encodes the specified ShardReadAnswer message. Does not implicitly {@link ottla.coordinator.v1.ShardReadAnswer.verify|verify} messages.
                 * @param message ShardReadAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.coordinator.v1.ShardReadAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ShardReadAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardReadAnswer & ottla.coordinator.v1.ShardReadAnswer.$Shape} ShardReadAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.coordinator.v1.ShardReadAnswer & ottla.coordinator.v1.ShardReadAnswer.$Shape;
            }

            namespace ShardReadAnswer {

                /** Properties of a ShardReadAnswer. */
                interface $Properties {

                    /** ShardReadAnswer records */
                    records?: (Uint8Array|null);

                    /** ShardReadAnswer logStartOffset */
                    logStartOffset?: (number|null);

                    /** ShardReadAnswer logEndOffset */
                    logEndOffset?: (number|null);

                    /** ShardReadAnswer highWatermark */
                    highWatermark?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ShardReadAnswer. */
                type $Shape = ottla.coordinator.v1.ShardReadAnswer.$Properties;
            }
        }
    }

    /** Namespace link. */
    namespace link {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a Frames.
             * @deprecated Use ottla.link.v1.Frames.$Properties instead.
             */
            interface IFrames extends ottla.link.v1.Frames.$Properties {
            }

            /** Represents a Frames. */
            class Frames {

                /**
                 * Constructs a new Frames.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.link.v1.Frames.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Frames frames. */
                frames: ottla.link.v1.Frame.$Properties[];

                /**
                 * Creates a new Frames instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Frames instance
                 */
                static create(properties: ottla.link.v1.Frames.$Shape): ottla.link.v1.Frames & ottla.link.v1.Frames.$Shape;
                static create(properties?: ottla.link.v1.Frames.$Properties): ottla.link.v1.Frames;

                /**
                 * Encodes the specified Frames message. Does not implicitly {@link ottla.link.v1.Frames.verify|verify} messages.
                 * @param message Frames message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.link.v1.Frames.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Frames message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.link.v1.Frames & ottla.link.v1.Frames.$Shape} Frames
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.link.v1.Frames & ottla.link.v1.Frames.$Shape;
            }

            namespace Frames {

                /** Properties of a Frames. */
                interface $Properties {

                    /** Frames frames */
                    frames?: (ottla.link.v1.Frame.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Frames. */
                type $Shape = {
                  frames?: ottla.link.v1.Frame.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Frame.
             * @deprecated Use ottla.link.v1.Frame.$Properties instead.
             */
            interface IFrame extends ottla.link.v1.Frame.$Properties {
            }

            /** Represents a Frame. */
            class Frame {

                /**
                 * Constructs a new Frame.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.link.v1.Frame.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Frame id. */
                id: number;

                /** Frame hello. */
                hello?: (ottla.link.v1.Hello.$Properties|null);

                /** Frame request. */
                request?: (ottla.link.v1.Request.$Properties|null);

                /** Frame answer. */
                answer?: (Uint8Array|null);

                /** Frame refusal. */
                refusal?: (ottla.link.v1.Refusal.$Properties|null);

                /** Frame goodbye. */
                goodbye?: (string|null);

                /** Frame cancel. */
                cancel?: (boolean|null);

                /** Frame body. */
                body?: ("hello"|"request"|"answer"|"refusal"|"goodbye"|"cancel");

                /**
                 * Creates a new Frame instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Frame instance
                 */
                static create(properties: ottla.link.v1.Frame.$Shape): ottla.link.v1.Frame & ottla.link.v1.Frame.$Shape;
                static create(properties?: ottla.link.v1.Frame.$Properties): ottla.link.v1.Frame;

                /**
                 * Encodes the specified Frame message. Does not implicitly {@link ottla.link.v1.Frame.verify|verify} messages.
                 * @param message Frame message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.link.v1.Frame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Frame message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.link.v1.Frame & ottla.link.v1.Frame.$Shape} Frame
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.link.v1.Frame & ottla.link.v1.Frame.$Shape;
            }

            namespace Frame {

                /** Properties of a Frame. */
                interface $Properties {

                    /** Frame id */
                    id?: (number|null);

                    /** Frame hello */
                    hello?: (ottla.link.v1.Hello.$Properties|null);

                    /** Frame request */
                    request?: (ottla.link.v1.Request.$Properties|null);

                    /** Frame answer */
                    answer?: (Uint8Array|null);

                    /** Frame refusal */
                    refusal?: (ottla.link.v1.Refusal.$Properties|null);

                    /** Frame goodbye */
                    goodbye?: (string|null);

                    /** Frame cancel */
                    cancel?: (boolean|null);

                    /** Frame body */
                    body?: ("hello"|"request"|"answer"|"refusal"|"goodbye"|"cancel");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Frame. */
                type $Shape = {
                  id?: number|null;
                  hello?: ottla.link.v1.Hello.$Shape|null;
                  request?: ottla.link.v1.Request.$Shape|null;
                  answer?: Uint8Array|null;
                  refusal?: ottla.link.v1.Refusal.$Shape|null;
                  goodbye?: string|null;
                  cancel?: boolean|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ body?: undefined; hello?: null; request?: null; answer?: null; refusal?: null; goodbye?: null; cancel?: null }|{ body?: "hello"; hello: ottla.link.v1.Hello.$Shape; request?: null; answer?: null; refusal?: null; goodbye?: null; cancel?: null }|{ body?: "request"; hello?: null; request: ottla.link.v1.Request.$Shape; answer?: null; refusal?: null; goodbye?: null; cancel?: null }|{ body?: "answer"; hello?: null; request?: null; answer: Uint8Array; refusal?: null; goodbye?: null; cancel?: null }|{ body?: "refusal"; hello?: null; request?: null; answer?: null; refusal: ottla.link.v1.Refusal.$Shape; goodbye?: null; cancel?: null }|{ body?: "goodbye"; hello?: null; request?: null; answer?: null; refusal?: null; goodbye: string; cancel?: null }|{ body?: "cancel"; hello?: null; request?: null; answer?: null; refusal?: null; goodbye?: null; cancel: boolean })
                );
            }

            /**
             * Properties of a Hello.
             * @deprecated Use ottla.link.v1.Hello.$Properties instead.
             */
            interface IHello extends ottla.link.v1.Hello.$Properties {
            }

            /** Represents a Hello. */
            class Hello {

                /**
                 * Constructs a new Hello.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.link.v1.Hello.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Hello role. */
                role: string;

                /** Hello nodeId. */
                nodeId: number;

                /** Hello incarnationId. */
                incarnationId: string;

                /** Hello clusterId. */
                clusterId?: (string|null);

                /**
                 * Creates a new Hello instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Hello instance
                 */
                static create(properties: ottla.link.v1.Hello.$Shape): ottla.link.v1.Hello & ottla.link.v1.Hello.$Shape;
                static create(properties?: ottla.link.v1.Hello.$Properties): ottla.link.v1.Hello;

                /**
                 * Encodes the specified Hello message. Does not implicitly {@link ottla.link.v1.Hello.verify|verify} messages.
                 * @param message Hello message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.link.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Hello message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.link.v1.Hello & ottla.link.v1.Hello.$Shape} Hello
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.link.v1.Hello & ottla.link.v1.Hello.$Shape;
            }

            namespace Hello {

                /** Properties of a Hello. */
                interface $Properties {

                    /** Hello role */
                    role?: (string|null);

                    /** Hello nodeId */
                    nodeId?: (number|null);

                    /** Hello incarnationId */
                    incarnationId?: (string|null);

                    /** Hello clusterId */
                    clusterId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Hello. */
                type $Shape = ottla.link.v1.Hello.$Properties;
            }

            /**
             * Properties of a Request.
             * @deprecated Use ottla.link.v1.Request.$Properties instead.
             */
            interface IRequest extends ottla.link.v1.Request.$Properties {
            }

            /** Represents a Request. */
            class Request {

                /**
                 * Constructs a new Request.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.link.v1.Request.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Request method. */
                method: string;

                /** Request timeoutMs. */
                timeoutMs: number;

                /** Request traceparent. */
                traceparent?: (string|null);

                /** Request payload. */
                payload: Uint8Array;

                /**
                 * Creates a new Request instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Request instance
                 */
                static create(properties: ottla.link.v1.Request.$Shape): ottla.link.v1.Request & ottla.link.v1.Request.$Shape;
                static create(properties?: ottla.link.v1.Request.$Properties): ottla.link.v1.Request;

                /**
                 * Encodes the specified Request message. Does not implicitly {@link ottla.link.v1.Request.verify|verify} messages.
                 * @param message Request message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.link.v1.Request.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Request message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.link.v1.Request & ottla.link.v1.Request.$Shape} Request
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.link.v1.Request & ottla.link.v1.Request.$Shape;
            }

            namespace Request {

                /** Properties of a Request. */
                interface $Properties {

                    /** Request method */
                    method?: (string|null);

                    /** Request timeoutMs */
                    timeoutMs?: (number|null);

                    /** Request traceparent */
                    traceparent?: (string|null);

                    /** Request payload */
                    payload?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Request. */
                type $Shape = ottla.link.v1.Request.$Properties;
            }

            /**
             * Properties of a Refusal.
             * @deprecated Use ottla.link.v1.Refusal.$Properties instead.
             */
            interface IRefusal extends ottla.link.v1.Refusal.$Properties {
            }

            /** Represents a Refusal. */
            class Refusal {

                /**
                 * Constructs a new Refusal.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.link.v1.Refusal.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Refusal code. */
                code: number;

                /** Refusal message. */
                message: string;

                /**
                 * Creates a new Refusal instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Refusal instance
                 */
                static create(properties: ottla.link.v1.Refusal.$Shape): ottla.link.v1.Refusal & ottla.link.v1.Refusal.$Shape;
                static create(properties?: ottla.link.v1.Refusal.$Properties): ottla.link.v1.Refusal;

                /**
                 * Encodes the specified Refusal message. Does not implicitly {@link ottla.link.v1.Refusal.verify|verify} messages.
                 * @param message Refusal message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.link.v1.Refusal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Refusal message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.link.v1.Refusal & ottla.link.v1.Refusal.$Shape} Refusal
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.link.v1.Refusal & ottla.link.v1.Refusal.$Shape;
            }

            namespace Refusal {

                /** Properties of a Refusal. */
                interface $Properties {

                    /** Refusal code */
                    code?: (number|null);

                    /** Refusal message */
                    message?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Refusal. */
                type $Shape = ottla.link.v1.Refusal.$Properties;
            }

            /** Represents a PlaneLink */
            class PlaneLink extends $protobuf.rpc.Service {

                /**
                 * Constructs a new PlaneLink service.
                 * @param rpcImpl RPC implementation
                 * @param [requestDelimited=false] Whether requests are length-delimited
                 * @param [responseDelimited=false] Whether responses are length-delimited
                 */
                constructor(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean);

                /**
                 * Creates new PlaneLink service using the specified rpc implementation.
                 * @param rpcImpl RPC implementation
                 * @param [requestDelimited=false] Whether requests are length-delimited
                 * @param [responseDelimited=false] Whether responses are length-delimited
                 * @returns RPC service. Useful where requests and/or responses are streamed.
                 */
                static create(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean): PlaneLink;

                /** Calls OpenController. */
                openController: ottla.link.v1.PlaneLink.OpenController;

                /** Calls OpenShardHost. */
                openShardHost: ottla.link.v1.PlaneLink.OpenShardHost;
            }

            namespace PlaneLink {

                /**
                 * Callback as used by {@link ottla.link.v1.PlaneLink#openController}.
                 * @param error Error, if any
                 * @param [response] Frames
                 */
                type OpenControllerCallback = (error: (Error|null), response?: ottla.link.v1.Frames) => void;

                /** Calls OpenController. */
                type OpenController = {
                  (request: ottla.link.v1.IFrames, callback: ottla.link.v1.PlaneLink.OpenControllerCallback): void;
                  (request: ottla.link.v1.IFrames): Promise<ottla.link.v1.Frames>;
                  readonly name: "OpenController";
                  readonly path: "/ottla.link.v1.PlaneLink/OpenController";
                  readonly requestType: "Frames";
                  readonly responseType: "Frames";
                  readonly requestStream: true;
                  readonly responseStream: true;
                };

                /**
                 * Callback as used by {@link ottla.link.v1.PlaneLink#openShardHost}.
                 * @param error Error, if any
                 * @param [response] Frames
                 */
                type OpenShardHostCallback = (error: (Error|null), response?: ottla.link.v1.Frames) => void;

                /** Calls OpenShardHost. */
                type OpenShardHost = {
                  (request: ottla.link.v1.IFrames, callback: ottla.link.v1.PlaneLink.OpenShardHostCallback): void;
                  (request: ottla.link.v1.IFrames): Promise<ottla.link.v1.Frames>;
                  readonly name: "OpenShardHost";
                  readonly path: "/ottla.link.v1.PlaneLink/OpenShardHost";
                  readonly requestType: "Frames";
                  readonly responseType: "Frames";
                  readonly requestStream: true;
                  readonly responseStream: true;
                };
            }
        }
    }
}
