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

                /** Calls QuorumLeader. */
                quorumLeader: ottla.controller.v1.Controller.QuorumLeader;
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

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#quorumLeader}.
                 * @param error Error, if any
                 * @param [response] LeaderOfQuorum
                 */
                type QuorumLeaderCallback = (error: (Error|null), response?: ottla.controller.v1.LeaderOfQuorum) => void;

                /** Calls QuorumLeader. */
                type QuorumLeader = {
                  (request: ottla.envelope.v1.INothing, callback: ottla.controller.v1.Controller.QuorumLeaderCallback): void;
                  (request: ottla.envelope.v1.INothing): Promise<ottla.controller.v1.LeaderOfQuorum>;
                  readonly name: "QuorumLeader";
                  readonly path: "/ottla.controller.v1.Controller/QuorumLeader";
                  readonly requestType: "ottla.envelope.v1.Nothing";
                  readonly responseType: "LeaderOfQuorum";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };
            }

            /** Represents a Broker */
            class Broker extends $protobuf.rpc.Service {

                /**
                 * Constructs a new Broker service.
                 * @param rpcImpl RPC implementation
                 * @param [requestDelimited=false] Whether requests are length-delimited
                 * @param [responseDelimited=false] Whether responses are length-delimited
                 */
                constructor(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean);

                /**
                 * Creates new Broker service using the specified rpc implementation.
                 * @param rpcImpl RPC implementation
                 * @param [requestDelimited=false] Whether requests are length-delimited
                 * @param [responseDelimited=false] Whether responses are length-delimited
                 * @returns RPC service. Useful where requests and/or responses are streamed.
                 */
                static create(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean): Broker;

                /** Calls Identify. */
                identify: ottla.controller.v1.Broker.Identify;
            }

            namespace Broker {

                /**
                 * Callback as used by {@link ottla.controller.v1.Broker#identify}.
                 * @param error Error, if any
                 * @param [response] BrokerIdentity
                 */
                type IdentifyCallback = (error: (Error|null), response?: ottla.controller.v1.BrokerIdentity) => void;

                /** Calls Identify. */
                type Identify = {
                  (request: ottla.envelope.v1.INothing, callback: ottla.controller.v1.Broker.IdentifyCallback): void;
                  (request: ottla.envelope.v1.INothing): Promise<ottla.controller.v1.BrokerIdentity>;
                  readonly name: "Identify";
                  readonly path: "/ottla.controller.v1.Broker/Identify";
                  readonly requestType: "ottla.envelope.v1.Nothing";
                  readonly responseType: "BrokerIdentity";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };
            }

            /**
             * Properties of a BrokerIdentity.
             * @deprecated Use ottla.controller.v1.BrokerIdentity.$Properties instead.
             */
            interface IBrokerIdentity extends ottla.controller.v1.BrokerIdentity.$Properties {
            }

            /** Represents a BrokerIdentity. */
            class BrokerIdentity {

                /**
                 * Constructs a new BrokerIdentity.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.BrokerIdentity.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BrokerIdentity brokerId. */
                brokerId: number;

                /** BrokerIdentity incarnationId. */
                incarnationId: string;

                /**
                 * Creates a new BrokerIdentity instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BrokerIdentity instance
                 */
                static create(properties: ottla.controller.v1.BrokerIdentity.$Shape): ottla.controller.v1.BrokerIdentity & ottla.controller.v1.BrokerIdentity.$Shape;
                static create(properties?: ottla.controller.v1.BrokerIdentity.$Properties): ottla.controller.v1.BrokerIdentity;

                /**
                 * Encodes the specified BrokerIdentity message. Does not implicitly {@link ottla.controller.v1.BrokerIdentity.verify|verify} messages.
                 * @param message BrokerIdentity message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.BrokerIdentity.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BrokerIdentity message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.BrokerIdentity & ottla.controller.v1.BrokerIdentity.$Shape} BrokerIdentity
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.BrokerIdentity & ottla.controller.v1.BrokerIdentity.$Shape;
            }

            namespace BrokerIdentity {

                /** Properties of a BrokerIdentity. */
                interface $Properties {

                    /** BrokerIdentity brokerId */
                    brokerId?: (number|null);

                    /** BrokerIdentity incarnationId */
                    incarnationId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BrokerIdentity. */
                type $Shape = ottla.controller.v1.BrokerIdentity.$Properties;
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

                /** BrokerRegistration planeEndpoint. */
                planeEndpoint?: (string|null);

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

                    /** BrokerRegistration planeEndpoint */
                    planeEndpoint?: (string|null);

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
             * Properties of a ControllerAddress.
             * @deprecated Use ottla.controller.v1.ControllerAddress.$Properties instead.
             */
            interface IControllerAddress extends ottla.controller.v1.ControllerAddress.$Properties {
            }

            /** Represents a ControllerAddress. */
            class ControllerAddress {

                /**
                 * Constructs a new ControllerAddress.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.ControllerAddress.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ControllerAddress host. */
                host: string;

                /** ControllerAddress port. */
                port: number;

                /**
                 * Creates a new ControllerAddress instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ControllerAddress instance
                 */
                static create(properties: ottla.controller.v1.ControllerAddress.$Shape): ottla.controller.v1.ControllerAddress & ottla.controller.v1.ControllerAddress.$Shape;
                static create(properties?: ottla.controller.v1.ControllerAddress.$Properties): ottla.controller.v1.ControllerAddress;

                /**
                 * Encodes the specified ControllerAddress message. Does not implicitly {@link ottla.controller.v1.ControllerAddress.verify|verify} messages.
                 * @param message ControllerAddress message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.ControllerAddress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ControllerAddress message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.ControllerAddress & ottla.controller.v1.ControllerAddress.$Shape} ControllerAddress
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.ControllerAddress & ottla.controller.v1.ControllerAddress.$Shape;
            }

            namespace ControllerAddress {

                /** Properties of a ControllerAddress. */
                interface $Properties {

                    /** ControllerAddress host */
                    host?: (string|null);

                    /** ControllerAddress port */
                    port?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ControllerAddress. */
                type $Shape = ottla.controller.v1.ControllerAddress.$Properties;
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

                /** MetadataFetched voters. */
                voters: ottla.controller.v1.ControllerAddress.$Properties[];

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

                    /** MetadataFetched voters */
                    voters?: (ottla.controller.v1.ControllerAddress.$Properties[]|null);

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

            /**
             * Properties of a LeaderOfQuorum.
             * @deprecated Use ottla.controller.v1.LeaderOfQuorum.$Properties instead.
             */
            interface ILeaderOfQuorum extends ottla.controller.v1.LeaderOfQuorum.$Properties {
            }

            /** Represents a LeaderOfQuorum. */
            class LeaderOfQuorum {

                /**
                 * Constructs a new LeaderOfQuorum.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.controller.v1.LeaderOfQuorum.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LeaderOfQuorum nodeId. */
                nodeId: number;

                /** LeaderOfQuorum leaderId. */
                leaderId: number;

                /** LeaderOfQuorum leaderEpoch. */
                leaderEpoch: number;

                /** LeaderOfQuorum isActive. */
                isActive: boolean;

                /**
                 * Creates a new LeaderOfQuorum instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LeaderOfQuorum instance
                 */
                static create(properties: ottla.controller.v1.LeaderOfQuorum.$Shape): ottla.controller.v1.LeaderOfQuorum & ottla.controller.v1.LeaderOfQuorum.$Shape;
                static create(properties?: ottla.controller.v1.LeaderOfQuorum.$Properties): ottla.controller.v1.LeaderOfQuorum;

                /**
                 * Encodes the specified LeaderOfQuorum message. Does not implicitly {@link ottla.controller.v1.LeaderOfQuorum.verify|verify} messages.
                 * @param message LeaderOfQuorum message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.controller.v1.LeaderOfQuorum.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LeaderOfQuorum message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.LeaderOfQuorum & ottla.controller.v1.LeaderOfQuorum.$Shape} LeaderOfQuorum
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.controller.v1.LeaderOfQuorum & ottla.controller.v1.LeaderOfQuorum.$Shape;
            }

            namespace LeaderOfQuorum {

                /** Properties of a LeaderOfQuorum. */
                interface $Properties {

                    /** LeaderOfQuorum nodeId */
                    nodeId?: (number|null);

                    /** LeaderOfQuorum leaderId */
                    leaderId?: (number|null);

                    /** LeaderOfQuorum leaderEpoch */
                    leaderEpoch?: (number|null);

                    /** LeaderOfQuorum isActive */
                    isActive?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LeaderOfQuorum. */
                type $Shape = ottla.controller.v1.LeaderOfQuorum.$Properties;
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

                /** Calls StandBy. */
                standBy: ottla.coordinator.v1.Coordinator.StandBy;

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
                 * Callback as used by {@link ottla.coordinator.v1.Coordinator#standBy}.
                 * @param error Error, if any
                 * @param [response] Nothing
                 */
                type StandByCallback = (error: (Error|null), response?: ottla.envelope.v1.Nothing) => void;

                /** Calls StandBy. */
                type StandBy = {
                  (request: ottla.coordinator.v1.IShardGrant, callback: ottla.coordinator.v1.Coordinator.StandByCallback): void;
                  (request: ottla.coordinator.v1.IShardGrant): Promise<ottla.envelope.v1.Nothing>;
                  readonly name: "StandBy";
                  readonly path: "/ottla.coordinator.v1.Coordinator/StandBy";
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

                /** Hello clockMs. */
                clockMs: number;

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

                    /** Hello clockMs */
                    clockMs?: (number|null);

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

                /** Calls OpenRaft. */
                openRaft: ottla.link.v1.PlaneLink.OpenRaft;

                /** Calls OpenBroker. */
                openBroker: ottla.link.v1.PlaneLink.OpenBroker;
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

                /**
                 * Callback as used by {@link ottla.link.v1.PlaneLink#openRaft}.
                 * @param error Error, if any
                 * @param [response] Frames
                 */
                type OpenRaftCallback = (error: (Error|null), response?: ottla.link.v1.Frames) => void;

                /** Calls OpenRaft. */
                type OpenRaft = {
                  (request: ottla.link.v1.IFrames, callback: ottla.link.v1.PlaneLink.OpenRaftCallback): void;
                  (request: ottla.link.v1.IFrames): Promise<ottla.link.v1.Frames>;
                  readonly name: "OpenRaft";
                  readonly path: "/ottla.link.v1.PlaneLink/OpenRaft";
                  readonly requestType: "Frames";
                  readonly responseType: "Frames";
                  readonly requestStream: true;
                  readonly responseStream: true;
                };

                /**
                 * Callback as used by {@link ottla.link.v1.PlaneLink#openBroker}.
                 * @param error Error, if any
                 * @param [response] Frames
                 */
                type OpenBrokerCallback = (error: (Error|null), response?: ottla.link.v1.Frames) => void;

                /** Calls OpenBroker. */
                type OpenBroker = {
                  (request: ottla.link.v1.IFrames, callback: ottla.link.v1.PlaneLink.OpenBrokerCallback): void;
                  (request: ottla.link.v1.IFrames): Promise<ottla.link.v1.Frames>;
                  readonly name: "OpenBroker";
                  readonly path: "/ottla.link.v1.PlaneLink/OpenBroker";
                  readonly requestType: "Frames";
                  readonly responseType: "Frames";
                  readonly requestStream: true;
                  readonly responseStream: true;
                };
            }
        }
    }

    /** Namespace raft. */
    namespace raft {

        /** Namespace v1. */
        namespace v1 {

            /** Represents a Raft */
            class Raft extends $protobuf.rpc.Service {

                /**
                 * Constructs a new Raft service.
                 * @param rpcImpl RPC implementation
                 * @param [requestDelimited=false] Whether requests are length-delimited
                 * @param [responseDelimited=false] Whether responses are length-delimited
                 */
                constructor(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean);

                /**
                 * Creates new Raft service using the specified rpc implementation.
                 * @param rpcImpl RPC implementation
                 * @param [requestDelimited=false] Whether requests are length-delimited
                 * @param [responseDelimited=false] Whether responses are length-delimited
                 * @returns RPC service. Useful where requests and/or responses are streamed.
                 */
                static create(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean): Raft;

                /** Calls Vote. */
                vote: ottla.raft.v1.Raft.Vote;

                /** Calls BeginQuorumEpoch. */
                beginQuorumEpoch: ottla.raft.v1.Raft.BeginQuorumEpoch;

                /** Calls EndQuorumEpoch. */
                endQuorumEpoch: ottla.raft.v1.Raft.EndQuorumEpoch;

                /** Calls Fetch. */
                fetch: ottla.raft.v1.Raft.Fetch;

                /** Calls FetchSnapshot. */
                fetchSnapshot: ottla.raft.v1.Raft.FetchSnapshot;

                /** Calls UpdateVoter. */
                updateVoter: ottla.raft.v1.Raft.UpdateVoter;
            }

            namespace Raft {

                /**
                 * Callback as used by {@link ottla.raft.v1.Raft#vote}.
                 * @param error Error, if any
                 * @param [response] VoteAnswer
                 */
                type VoteCallback = (error: (Error|null), response?: ottla.raft.v1.VoteAnswer) => void;

                /** Calls Vote. */
                type Vote = {
                  (request: ottla.raft.v1.IVoteRequest, callback: ottla.raft.v1.Raft.VoteCallback): void;
                  (request: ottla.raft.v1.IVoteRequest): Promise<ottla.raft.v1.VoteAnswer>;
                  readonly name: "Vote";
                  readonly path: "/ottla.raft.v1.Raft/Vote";
                  readonly requestType: "VoteRequest";
                  readonly responseType: "VoteAnswer";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.raft.v1.Raft#beginQuorumEpoch}.
                 * @param error Error, if any
                 * @param [response] QuorumEpochAnswer
                 */
                type BeginQuorumEpochCallback = (error: (Error|null), response?: ottla.raft.v1.QuorumEpochAnswer) => void;

                /** Calls BeginQuorumEpoch. */
                type BeginQuorumEpoch = {
                  (request: ottla.raft.v1.IBeginQuorumEpochRequest, callback: ottla.raft.v1.Raft.BeginQuorumEpochCallback): void;
                  (request: ottla.raft.v1.IBeginQuorumEpochRequest): Promise<ottla.raft.v1.QuorumEpochAnswer>;
                  readonly name: "BeginQuorumEpoch";
                  readonly path: "/ottla.raft.v1.Raft/BeginQuorumEpoch";
                  readonly requestType: "BeginQuorumEpochRequest";
                  readonly responseType: "QuorumEpochAnswer";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.raft.v1.Raft#endQuorumEpoch}.
                 * @param error Error, if any
                 * @param [response] QuorumEpochAnswer
                 */
                type EndQuorumEpochCallback = (error: (Error|null), response?: ottla.raft.v1.QuorumEpochAnswer) => void;

                /** Calls EndQuorumEpoch. */
                type EndQuorumEpoch = {
                  (request: ottla.raft.v1.IEndQuorumEpochRequest, callback: ottla.raft.v1.Raft.EndQuorumEpochCallback): void;
                  (request: ottla.raft.v1.IEndQuorumEpochRequest): Promise<ottla.raft.v1.QuorumEpochAnswer>;
                  readonly name: "EndQuorumEpoch";
                  readonly path: "/ottla.raft.v1.Raft/EndQuorumEpoch";
                  readonly requestType: "EndQuorumEpochRequest";
                  readonly responseType: "QuorumEpochAnswer";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.raft.v1.Raft#fetch}.
                 * @param error Error, if any
                 * @param [response] FetchAnswer
                 */
                type FetchCallback = (error: (Error|null), response?: ottla.raft.v1.FetchAnswer) => void;

                /** Calls Fetch. */
                type Fetch = {
                  (request: ottla.raft.v1.IFetchRequest, callback: ottla.raft.v1.Raft.FetchCallback): void;
                  (request: ottla.raft.v1.IFetchRequest): Promise<ottla.raft.v1.FetchAnswer>;
                  readonly name: "Fetch";
                  readonly path: "/ottla.raft.v1.Raft/Fetch";
                  readonly requestType: "FetchRequest";
                  readonly responseType: "FetchAnswer";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.raft.v1.Raft#fetchSnapshot}.
                 * @param error Error, if any
                 * @param [response] FetchSnapshotAnswer
                 */
                type FetchSnapshotCallback = (error: (Error|null), response?: ottla.raft.v1.FetchSnapshotAnswer) => void;

                /** Calls FetchSnapshot. */
                type FetchSnapshot = {
                  (request: ottla.raft.v1.IFetchSnapshotRequest, callback: ottla.raft.v1.Raft.FetchSnapshotCallback): void;
                  (request: ottla.raft.v1.IFetchSnapshotRequest): Promise<ottla.raft.v1.FetchSnapshotAnswer>;
                  readonly name: "FetchSnapshot";
                  readonly path: "/ottla.raft.v1.Raft/FetchSnapshot";
                  readonly requestType: "FetchSnapshotRequest";
                  readonly responseType: "FetchSnapshotAnswer";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };

                /**
                 * Callback as used by {@link ottla.raft.v1.Raft#updateVoter}.
                 * @param error Error, if any
                 * @param [response] QuorumEpochAnswer
                 */
                type UpdateVoterCallback = (error: (Error|null), response?: ottla.raft.v1.QuorumEpochAnswer) => void;

                /** Calls UpdateVoter. */
                type UpdateVoter = {
                  (request: ottla.raft.v1.IUpdateVoterRequest, callback: ottla.raft.v1.Raft.UpdateVoterCallback): void;
                  (request: ottla.raft.v1.IUpdateVoterRequest): Promise<ottla.raft.v1.QuorumEpochAnswer>;
                  readonly name: "UpdateVoter";
                  readonly path: "/ottla.raft.v1.Raft/UpdateVoter";
                  readonly requestType: "UpdateVoterRequest";
                  readonly responseType: "QuorumEpochAnswer";
                  readonly requestStream: undefined;
                  readonly responseStream: undefined;
                };
            }

            /**
             * Properties of a ReplicaKey.
             * @deprecated Use ottla.raft.v1.ReplicaKey.$Properties instead.
             */
            interface IReplicaKey extends ottla.raft.v1.ReplicaKey.$Properties {
            }

            /** Represents a ReplicaKey. */
            class ReplicaKey {

                /**
                 * Constructs a new ReplicaKey.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.raft.v1.ReplicaKey.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReplicaKey id. */
                id: number;

                /** ReplicaKey directoryId. */
                directoryId: string;

                /**
                 * Creates a new ReplicaKey instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ReplicaKey instance
                 */
                static create(properties: ottla.raft.v1.ReplicaKey.$Shape): ottla.raft.v1.ReplicaKey & ottla.raft.v1.ReplicaKey.$Shape;
                static create(properties?: ottla.raft.v1.ReplicaKey.$Properties): ottla.raft.v1.ReplicaKey;

                /**
                 * Encodes the specified ReplicaKey message. Does not implicitly {@link ottla.raft.v1.ReplicaKey.verify|verify} messages.
                 * @param message ReplicaKey message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.raft.v1.ReplicaKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReplicaKey message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.ReplicaKey & ottla.raft.v1.ReplicaKey.$Shape} ReplicaKey
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.raft.v1.ReplicaKey & ottla.raft.v1.ReplicaKey.$Shape;
            }

            namespace ReplicaKey {

                /** Properties of a ReplicaKey. */
                interface $Properties {

                    /** ReplicaKey id */
                    id?: (number|null);

                    /** ReplicaKey directoryId */
                    directoryId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReplicaKey. */
                type $Shape = ottla.raft.v1.ReplicaKey.$Properties;
            }

            /**
             * Properties of a VoterEndpoint.
             * @deprecated Use ottla.raft.v1.VoterEndpoint.$Properties instead.
             */
            interface IVoterEndpoint extends ottla.raft.v1.VoterEndpoint.$Properties {
            }

            /** Represents a VoterEndpoint. */
            class VoterEndpoint {

                /**
                 * Constructs a new VoterEndpoint.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.raft.v1.VoterEndpoint.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** VoterEndpoint name. */
                name: string;

                /** VoterEndpoint host. */
                host: string;

                /** VoterEndpoint port. */
                port: number;

                /**
                 * Creates a new VoterEndpoint instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns VoterEndpoint instance
                 */
                static create(properties: ottla.raft.v1.VoterEndpoint.$Shape): ottla.raft.v1.VoterEndpoint & ottla.raft.v1.VoterEndpoint.$Shape;
                static create(properties?: ottla.raft.v1.VoterEndpoint.$Properties): ottla.raft.v1.VoterEndpoint;

                /**
                 * Encodes the specified VoterEndpoint message. Does not implicitly {@link ottla.raft.v1.VoterEndpoint.verify|verify} messages.
                 * @param message VoterEndpoint message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.raft.v1.VoterEndpoint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a VoterEndpoint message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.VoterEndpoint & ottla.raft.v1.VoterEndpoint.$Shape} VoterEndpoint
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.raft.v1.VoterEndpoint & ottla.raft.v1.VoterEndpoint.$Shape;
            }

            namespace VoterEndpoint {

                /** Properties of a VoterEndpoint. */
                interface $Properties {

                    /** VoterEndpoint name */
                    name?: (string|null);

                    /** VoterEndpoint host */
                    host?: (string|null);

                    /** VoterEndpoint port */
                    port?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a VoterEndpoint. */
                type $Shape = ottla.raft.v1.VoterEndpoint.$Properties;
            }

            /**
             * Properties of a SnapshotId.
             * @deprecated Use ottla.raft.v1.SnapshotId.$Properties instead.
             */
            interface ISnapshotId extends ottla.raft.v1.SnapshotId.$Properties {
            }

            /** Represents a SnapshotId. */
            class SnapshotId {

                /**
                 * Constructs a new SnapshotId.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.raft.v1.SnapshotId.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SnapshotId endOffset. */
                endOffset: number;

                /** SnapshotId epoch. */
                epoch: number;

                /**
                 * Creates a new SnapshotId instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotId instance
                 */
                static create(properties: ottla.raft.v1.SnapshotId.$Shape): ottla.raft.v1.SnapshotId & ottla.raft.v1.SnapshotId.$Shape;
                static create(properties?: ottla.raft.v1.SnapshotId.$Properties): ottla.raft.v1.SnapshotId;

                /**
                 * Encodes the specified SnapshotId message. Does not implicitly {@link ottla.raft.v1.SnapshotId.verify|verify} messages.
                 * @param message SnapshotId message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.raft.v1.SnapshotId.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotId message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.SnapshotId & ottla.raft.v1.SnapshotId.$Shape} SnapshotId
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.raft.v1.SnapshotId & ottla.raft.v1.SnapshotId.$Shape;
            }

            namespace SnapshotId {

                /** Properties of a SnapshotId. */
                interface $Properties {

                    /** SnapshotId endOffset */
                    endOffset?: (number|null);

                    /** SnapshotId epoch */
                    epoch?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotId. */
                type $Shape = ottla.raft.v1.SnapshotId.$Properties;
            }

            /**
             * Properties of a VoteRequest.
             * @deprecated Use ottla.raft.v1.VoteRequest.$Properties instead.
             */
            interface IVoteRequest extends ottla.raft.v1.VoteRequest.$Properties {
            }

            /** Represents a VoteRequest. */
            class VoteRequest {

                /**
                 * Constructs a new VoteRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.raft.v1.VoteRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** VoteRequest voter. */
                voter?: (ottla.raft.v1.ReplicaKey.$Properties|null);

                /** VoteRequest candidate. */
                candidate?: (ottla.raft.v1.ReplicaKey.$Properties|null);

                /** VoteRequest epoch. */
                epoch: number;

                /** VoteRequest lastEpoch. */
                lastEpoch: number;

                /** VoteRequest lastOffset. */
                lastOffset: number;

                /** VoteRequest isPreVote. */
                isPreVote: boolean;

                /**
                 * Creates a new VoteRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns VoteRequest instance
                 */
                static create(properties: ottla.raft.v1.VoteRequest.$Shape): ottla.raft.v1.VoteRequest & ottla.raft.v1.VoteRequest.$Shape;
                static create(properties?: ottla.raft.v1.VoteRequest.$Properties): ottla.raft.v1.VoteRequest;

                /**
                 * Encodes the specified VoteRequest message. Does not implicitly {@link ottla.raft.v1.VoteRequest.verify|verify} messages.
                 * @param message VoteRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.raft.v1.VoteRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a VoteRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.VoteRequest & ottla.raft.v1.VoteRequest.$Shape} VoteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.raft.v1.VoteRequest & ottla.raft.v1.VoteRequest.$Shape;
            }

            namespace VoteRequest {

                /** Properties of a VoteRequest. */
                interface $Properties {

                    /** VoteRequest voter */
                    voter?: (ottla.raft.v1.ReplicaKey.$Properties|null);

                    /** VoteRequest candidate */
                    candidate?: (ottla.raft.v1.ReplicaKey.$Properties|null);

                    /** VoteRequest epoch */
                    epoch?: (number|null);

                    /** VoteRequest lastEpoch */
                    lastEpoch?: (number|null);

                    /** VoteRequest lastOffset */
                    lastOffset?: (number|null);

                    /** VoteRequest isPreVote */
                    isPreVote?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a VoteRequest. */
                type $Shape = ottla.raft.v1.VoteRequest.$Properties;
            }

            /**
             * Properties of a VoteAnswer.
             * @deprecated Use ottla.raft.v1.VoteAnswer.$Properties instead.
             */
            interface IVoteAnswer extends ottla.raft.v1.VoteAnswer.$Properties {
            }

            /** Represents a VoteAnswer. */
            class VoteAnswer {

                /**
                 * Constructs a new VoteAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.raft.v1.VoteAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** VoteAnswer errorCode. */
                errorCode: number;

                /** VoteAnswer leaderId. */
                leaderId: number;

                /** VoteAnswer leaderEpoch. */
                leaderEpoch: number;

                /** VoteAnswer leaderEndpoints. */
                leaderEndpoints: ottla.raft.v1.VoterEndpoint.$Properties[];

                /** VoteAnswer isVoteGranted. */
                isVoteGranted: boolean;

                /**
                 * Creates a new VoteAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns VoteAnswer instance
                 */
                static create(properties: ottla.raft.v1.VoteAnswer.$Shape): ottla.raft.v1.VoteAnswer & ottla.raft.v1.VoteAnswer.$Shape;
                static create(properties?: ottla.raft.v1.VoteAnswer.$Properties): ottla.raft.v1.VoteAnswer;

                /**
                 * Encodes the specified VoteAnswer message. Does not implicitly {@link ottla.raft.v1.VoteAnswer.verify|verify} messages.
                 * @param message VoteAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.raft.v1.VoteAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a VoteAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.VoteAnswer & ottla.raft.v1.VoteAnswer.$Shape} VoteAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.raft.v1.VoteAnswer & ottla.raft.v1.VoteAnswer.$Shape;
            }

            namespace VoteAnswer {

                /** Properties of a VoteAnswer. */
                interface $Properties {

                    /** VoteAnswer errorCode */
                    errorCode?: (number|null);

                    /** VoteAnswer leaderId */
                    leaderId?: (number|null);

                    /** VoteAnswer leaderEpoch */
                    leaderEpoch?: (number|null);

                    /** VoteAnswer leaderEndpoints */
                    leaderEndpoints?: (ottla.raft.v1.VoterEndpoint.$Properties[]|null);

                    /** VoteAnswer isVoteGranted */
                    isVoteGranted?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a VoteAnswer. */
                type $Shape = ottla.raft.v1.VoteAnswer.$Properties;
            }

            /**
             * Properties of a BeginQuorumEpochRequest.
             * @deprecated Use ottla.raft.v1.BeginQuorumEpochRequest.$Properties instead.
             */
            interface IBeginQuorumEpochRequest extends ottla.raft.v1.BeginQuorumEpochRequest.$Properties {
            }

            /** Represents a BeginQuorumEpochRequest. */
            class BeginQuorumEpochRequest {

                /**
                 * Constructs a new BeginQuorumEpochRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.raft.v1.BeginQuorumEpochRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BeginQuorumEpochRequest voter. */
                voter?: (ottla.raft.v1.ReplicaKey.$Properties|null);

                /** BeginQuorumEpochRequest leaderId. */
                leaderId: number;

                /** BeginQuorumEpochRequest epoch. */
                epoch: number;

                /** BeginQuorumEpochRequest endpoints. */
                endpoints: ottla.raft.v1.VoterEndpoint.$Properties[];

                /**
                 * Creates a new BeginQuorumEpochRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BeginQuorumEpochRequest instance
                 */
                static create(properties: ottla.raft.v1.BeginQuorumEpochRequest.$Shape): ottla.raft.v1.BeginQuorumEpochRequest & ottla.raft.v1.BeginQuorumEpochRequest.$Shape;
                static create(properties?: ottla.raft.v1.BeginQuorumEpochRequest.$Properties): ottla.raft.v1.BeginQuorumEpochRequest;

                /**
                 * Encodes the specified BeginQuorumEpochRequest message. Does not implicitly {@link ottla.raft.v1.BeginQuorumEpochRequest.verify|verify} messages.
                 * @param message BeginQuorumEpochRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.raft.v1.BeginQuorumEpochRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BeginQuorumEpochRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.BeginQuorumEpochRequest & ottla.raft.v1.BeginQuorumEpochRequest.$Shape} BeginQuorumEpochRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.raft.v1.BeginQuorumEpochRequest & ottla.raft.v1.BeginQuorumEpochRequest.$Shape;
            }

            namespace BeginQuorumEpochRequest {

                /** Properties of a BeginQuorumEpochRequest. */
                interface $Properties {

                    /** BeginQuorumEpochRequest voter */
                    voter?: (ottla.raft.v1.ReplicaKey.$Properties|null);

                    /** BeginQuorumEpochRequest leaderId */
                    leaderId?: (number|null);

                    /** BeginQuorumEpochRequest epoch */
                    epoch?: (number|null);

                    /** BeginQuorumEpochRequest endpoints */
                    endpoints?: (ottla.raft.v1.VoterEndpoint.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BeginQuorumEpochRequest. */
                type $Shape = ottla.raft.v1.BeginQuorumEpochRequest.$Properties;
            }

            /**
             * Properties of an EndQuorumEpochRequest.
             * @deprecated Use ottla.raft.v1.EndQuorumEpochRequest.$Properties instead.
             */
            interface IEndQuorumEpochRequest extends ottla.raft.v1.EndQuorumEpochRequest.$Properties {
            }

            /** Represents an EndQuorumEpochRequest. */
            class EndQuorumEpochRequest {

                /**
                 * Constructs a new EndQuorumEpochRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.raft.v1.EndQuorumEpochRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** EndQuorumEpochRequest leaderId. */
                leaderId: number;

                /** EndQuorumEpochRequest epoch. */
                epoch: number;

                /** EndQuorumEpochRequest preferredSuccessors. */
                preferredSuccessors: ottla.raft.v1.ReplicaKey.$Properties[];

                /**
                 * Creates a new EndQuorumEpochRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns EndQuorumEpochRequest instance
                 */
                static create(properties: ottla.raft.v1.EndQuorumEpochRequest.$Shape): ottla.raft.v1.EndQuorumEpochRequest & ottla.raft.v1.EndQuorumEpochRequest.$Shape;
                static create(properties?: ottla.raft.v1.EndQuorumEpochRequest.$Properties): ottla.raft.v1.EndQuorumEpochRequest;

                /**
                 * Encodes the specified EndQuorumEpochRequest message. Does not implicitly {@link ottla.raft.v1.EndQuorumEpochRequest.verify|verify} messages.
                 * @param message EndQuorumEpochRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.raft.v1.EndQuorumEpochRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an EndQuorumEpochRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.EndQuorumEpochRequest & ottla.raft.v1.EndQuorumEpochRequest.$Shape} EndQuorumEpochRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.raft.v1.EndQuorumEpochRequest & ottla.raft.v1.EndQuorumEpochRequest.$Shape;
            }

            namespace EndQuorumEpochRequest {

                /** Properties of an EndQuorumEpochRequest. */
                interface $Properties {

                    /** EndQuorumEpochRequest leaderId */
                    leaderId?: (number|null);

                    /** EndQuorumEpochRequest epoch */
                    epoch?: (number|null);

                    /** EndQuorumEpochRequest preferredSuccessors */
                    preferredSuccessors?: (ottla.raft.v1.ReplicaKey.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an EndQuorumEpochRequest. */
                type $Shape = ottla.raft.v1.EndQuorumEpochRequest.$Properties;
            }

            /**
             * Properties of a QuorumEpochAnswer.
             * @deprecated Use ottla.raft.v1.QuorumEpochAnswer.$Properties instead.
             */
            interface IQuorumEpochAnswer extends ottla.raft.v1.QuorumEpochAnswer.$Properties {
            }

            /** Represents a QuorumEpochAnswer. */
            class QuorumEpochAnswer {

                /**
                 * Constructs a new QuorumEpochAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.raft.v1.QuorumEpochAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** QuorumEpochAnswer errorCode. */
                errorCode: number;

                /** QuorumEpochAnswer leaderId. */
                leaderId: number;

                /** QuorumEpochAnswer leaderEpoch. */
                leaderEpoch: number;

                /** QuorumEpochAnswer leaderEndpoints. */
                leaderEndpoints: ottla.raft.v1.VoterEndpoint.$Properties[];

                /**
                 * Creates a new QuorumEpochAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns QuorumEpochAnswer instance
                 */
                static create(properties: ottla.raft.v1.QuorumEpochAnswer.$Shape): ottla.raft.v1.QuorumEpochAnswer & ottla.raft.v1.QuorumEpochAnswer.$Shape;
                static create(properties?: ottla.raft.v1.QuorumEpochAnswer.$Properties): ottla.raft.v1.QuorumEpochAnswer;

                /**
                 * Encodes the specified QuorumEpochAnswer message. Does not implicitly {@link ottla.raft.v1.QuorumEpochAnswer.verify|verify} messages.
                 * @param message QuorumEpochAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.raft.v1.QuorumEpochAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a QuorumEpochAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.QuorumEpochAnswer & ottla.raft.v1.QuorumEpochAnswer.$Shape} QuorumEpochAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.raft.v1.QuorumEpochAnswer & ottla.raft.v1.QuorumEpochAnswer.$Shape;
            }

            namespace QuorumEpochAnswer {

                /** Properties of a QuorumEpochAnswer. */
                interface $Properties {

                    /** QuorumEpochAnswer errorCode */
                    errorCode?: (number|null);

                    /** QuorumEpochAnswer leaderId */
                    leaderId?: (number|null);

                    /** QuorumEpochAnswer leaderEpoch */
                    leaderEpoch?: (number|null);

                    /** QuorumEpochAnswer leaderEndpoints */
                    leaderEndpoints?: (ottla.raft.v1.VoterEndpoint.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a QuorumEpochAnswer. */
                type $Shape = ottla.raft.v1.QuorumEpochAnswer.$Properties;
            }

            /**
             * Properties of a FetchRequest.
             * @deprecated Use ottla.raft.v1.FetchRequest.$Properties instead.
             */
            interface IFetchRequest extends ottla.raft.v1.FetchRequest.$Properties {
            }

            /** Represents a FetchRequest. */
            class FetchRequest {

                /**
                 * Constructs a new FetchRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.raft.v1.FetchRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FetchRequest replica. */
                replica?: (ottla.raft.v1.ReplicaKey.$Properties|null);

                /** FetchRequest epoch. */
                epoch: number;

                /** FetchRequest offset. */
                offset: number;

                /** FetchRequest lastEpoch. */
                lastEpoch: number;

                /** FetchRequest highWatermark. */
                highWatermark: number;

                /** FetchRequest maxBytes. */
                maxBytes: number;

                /** FetchRequest maxWaitMs. */
                maxWaitMs: number;

                /**
                 * Creates a new FetchRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FetchRequest instance
                 */
                static create(properties: ottla.raft.v1.FetchRequest.$Shape): ottla.raft.v1.FetchRequest & ottla.raft.v1.FetchRequest.$Shape;
                static create(properties?: ottla.raft.v1.FetchRequest.$Properties): ottla.raft.v1.FetchRequest;

                /**
                 * Encodes the specified FetchRequest message. Does not implicitly {@link ottla.raft.v1.FetchRequest.verify|verify} messages.
                 * @param message FetchRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.raft.v1.FetchRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FetchRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.FetchRequest & ottla.raft.v1.FetchRequest.$Shape} FetchRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.raft.v1.FetchRequest & ottla.raft.v1.FetchRequest.$Shape;
            }

            namespace FetchRequest {

                /** Properties of a FetchRequest. */
                interface $Properties {

                    /** FetchRequest replica */
                    replica?: (ottla.raft.v1.ReplicaKey.$Properties|null);

                    /** FetchRequest epoch */
                    epoch?: (number|null);

                    /** FetchRequest offset */
                    offset?: (number|null);

                    /** FetchRequest lastEpoch */
                    lastEpoch?: (number|null);

                    /** FetchRequest highWatermark */
                    highWatermark?: (number|null);

                    /** FetchRequest maxBytes */
                    maxBytes?: (number|null);

                    /** FetchRequest maxWaitMs */
                    maxWaitMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FetchRequest. */
                type $Shape = ottla.raft.v1.FetchRequest.$Properties;
            }

            /**
             * Properties of an EpochEnd.
             * @deprecated Use ottla.raft.v1.EpochEnd.$Properties instead.
             */
            interface IEpochEnd extends ottla.raft.v1.EpochEnd.$Properties {
            }

            /** Represents an EpochEnd. */
            class EpochEnd {

                /**
                 * Constructs a new EpochEnd.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.raft.v1.EpochEnd.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** EpochEnd epoch. */
                epoch: number;

                /** EpochEnd endOffset. */
                endOffset: number;

                /**
                 * Creates a new EpochEnd instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns EpochEnd instance
                 */
                static create(properties: ottla.raft.v1.EpochEnd.$Shape): ottla.raft.v1.EpochEnd & ottla.raft.v1.EpochEnd.$Shape;
                static create(properties?: ottla.raft.v1.EpochEnd.$Properties): ottla.raft.v1.EpochEnd;

                /**
                 * Encodes the specified EpochEnd message. Does not implicitly {@link ottla.raft.v1.EpochEnd.verify|verify} messages.
                 * @param message EpochEnd message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.raft.v1.EpochEnd.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an EpochEnd message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.EpochEnd & ottla.raft.v1.EpochEnd.$Shape} EpochEnd
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.raft.v1.EpochEnd & ottla.raft.v1.EpochEnd.$Shape;
            }

            namespace EpochEnd {

                /** Properties of an EpochEnd. */
                interface $Properties {

                    /** EpochEnd epoch */
                    epoch?: (number|null);

                    /** EpochEnd endOffset */
                    endOffset?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an EpochEnd. */
                type $Shape = ottla.raft.v1.EpochEnd.$Properties;
            }

            /**
             * Properties of a FetchAnswer.
             * @deprecated Use ottla.raft.v1.FetchAnswer.$Properties instead.
             */
            interface IFetchAnswer extends ottla.raft.v1.FetchAnswer.$Properties {
            }

            /** Represents a FetchAnswer. */
            class FetchAnswer {

                /**
                 * Constructs a new FetchAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.raft.v1.FetchAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FetchAnswer errorCode. */
                errorCode: number;

                /** FetchAnswer leaderId. */
                leaderId: number;

                /** FetchAnswer leaderEpoch. */
                leaderEpoch: number;

                /** FetchAnswer leaderEndpoints. */
                leaderEndpoints: ottla.raft.v1.VoterEndpoint.$Properties[];

                /** FetchAnswer highWatermark. */
                highWatermark: number;

                /** FetchAnswer diverging. */
                diverging?: (ottla.raft.v1.EpochEnd.$Properties|null);

                /** FetchAnswer snapshot. */
                snapshot?: (ottla.raft.v1.SnapshotId.$Properties|null);

                /** FetchAnswer records. */
                records: Uint8Array;

                /**
                 * Creates a new FetchAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FetchAnswer instance
                 */
                static create(properties: ottla.raft.v1.FetchAnswer.$Shape): ottla.raft.v1.FetchAnswer & ottla.raft.v1.FetchAnswer.$Shape;
                static create(properties?: ottla.raft.v1.FetchAnswer.$Properties): ottla.raft.v1.FetchAnswer;

                /**
                 * Encodes the specified FetchAnswer message. Does not implicitly {@link ottla.raft.v1.FetchAnswer.verify|verify} messages.
                 * @param message FetchAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.raft.v1.FetchAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FetchAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.FetchAnswer & ottla.raft.v1.FetchAnswer.$Shape} FetchAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.raft.v1.FetchAnswer & ottla.raft.v1.FetchAnswer.$Shape;
            }

            namespace FetchAnswer {

                /** Properties of a FetchAnswer. */
                interface $Properties {

                    /** FetchAnswer errorCode */
                    errorCode?: (number|null);

                    /** FetchAnswer leaderId */
                    leaderId?: (number|null);

                    /** FetchAnswer leaderEpoch */
                    leaderEpoch?: (number|null);

                    /** FetchAnswer leaderEndpoints */
                    leaderEndpoints?: (ottla.raft.v1.VoterEndpoint.$Properties[]|null);

                    /** FetchAnswer highWatermark */
                    highWatermark?: (number|null);

                    /** FetchAnswer diverging */
                    diverging?: (ottla.raft.v1.EpochEnd.$Properties|null);

                    /** FetchAnswer snapshot */
                    snapshot?: (ottla.raft.v1.SnapshotId.$Properties|null);

                    /** FetchAnswer records */
                    records?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FetchAnswer. */
                type $Shape = ottla.raft.v1.FetchAnswer.$Properties;
            }

            /**
             * Properties of a FetchSnapshotRequest.
             * @deprecated Use ottla.raft.v1.FetchSnapshotRequest.$Properties instead.
             */
            interface IFetchSnapshotRequest extends ottla.raft.v1.FetchSnapshotRequest.$Properties {
            }

            /** Represents a FetchSnapshotRequest. */
            class FetchSnapshotRequest {

                /**
                 * Constructs a new FetchSnapshotRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.raft.v1.FetchSnapshotRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FetchSnapshotRequest replica. */
                replica?: (ottla.raft.v1.ReplicaKey.$Properties|null);

                /** FetchSnapshotRequest epoch. */
                epoch: number;

                /** FetchSnapshotRequest snapshot. */
                snapshot?: (ottla.raft.v1.SnapshotId.$Properties|null);

                /** FetchSnapshotRequest position. */
                position: number;

                /** FetchSnapshotRequest maxBytes. */
                maxBytes: number;

                /**
                 * Creates a new FetchSnapshotRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FetchSnapshotRequest instance
                 */
                static create(properties: ottla.raft.v1.FetchSnapshotRequest.$Shape): ottla.raft.v1.FetchSnapshotRequest & ottla.raft.v1.FetchSnapshotRequest.$Shape;
                static create(properties?: ottla.raft.v1.FetchSnapshotRequest.$Properties): ottla.raft.v1.FetchSnapshotRequest;

                /**
                 * Encodes the specified FetchSnapshotRequest message. Does not implicitly {@link ottla.raft.v1.FetchSnapshotRequest.verify|verify} messages.
                 * @param message FetchSnapshotRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.raft.v1.FetchSnapshotRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FetchSnapshotRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.FetchSnapshotRequest & ottla.raft.v1.FetchSnapshotRequest.$Shape} FetchSnapshotRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.raft.v1.FetchSnapshotRequest & ottla.raft.v1.FetchSnapshotRequest.$Shape;
            }

            namespace FetchSnapshotRequest {

                /** Properties of a FetchSnapshotRequest. */
                interface $Properties {

                    /** FetchSnapshotRequest replica */
                    replica?: (ottla.raft.v1.ReplicaKey.$Properties|null);

                    /** FetchSnapshotRequest epoch */
                    epoch?: (number|null);

                    /** FetchSnapshotRequest snapshot */
                    snapshot?: (ottla.raft.v1.SnapshotId.$Properties|null);

                    /** FetchSnapshotRequest position */
                    position?: (number|null);

                    /** FetchSnapshotRequest maxBytes */
                    maxBytes?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FetchSnapshotRequest. */
                type $Shape = ottla.raft.v1.FetchSnapshotRequest.$Properties;
            }

            /**
             * Properties of a FetchSnapshotAnswer.
             * @deprecated Use ottla.raft.v1.FetchSnapshotAnswer.$Properties instead.
             */
            interface IFetchSnapshotAnswer extends ottla.raft.v1.FetchSnapshotAnswer.$Properties {
            }

            /** Represents a FetchSnapshotAnswer. */
            class FetchSnapshotAnswer {

                /**
                 * Constructs a new FetchSnapshotAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.raft.v1.FetchSnapshotAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FetchSnapshotAnswer errorCode. */
                errorCode: number;

                /** FetchSnapshotAnswer leaderId. */
                leaderId: number;

                /** FetchSnapshotAnswer leaderEpoch. */
                leaderEpoch: number;

                /** FetchSnapshotAnswer leaderEndpoints. */
                leaderEndpoints: ottla.raft.v1.VoterEndpoint.$Properties[];

                /** FetchSnapshotAnswer sizeBytes. */
                sizeBytes: number;

                /** FetchSnapshotAnswer position. */
                position: number;

                /** FetchSnapshotAnswer bytes. */
                bytes: Uint8Array;

                /**
                 * Creates a new FetchSnapshotAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FetchSnapshotAnswer instance
                 */
                static create(properties: ottla.raft.v1.FetchSnapshotAnswer.$Shape): ottla.raft.v1.FetchSnapshotAnswer & ottla.raft.v1.FetchSnapshotAnswer.$Shape;
                static create(properties?: ottla.raft.v1.FetchSnapshotAnswer.$Properties): ottla.raft.v1.FetchSnapshotAnswer;

                /**
                 * Encodes the specified FetchSnapshotAnswer message. Does not implicitly {@link ottla.raft.v1.FetchSnapshotAnswer.verify|verify} messages.
                 * @param message FetchSnapshotAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.raft.v1.FetchSnapshotAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FetchSnapshotAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.FetchSnapshotAnswer & ottla.raft.v1.FetchSnapshotAnswer.$Shape} FetchSnapshotAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.raft.v1.FetchSnapshotAnswer & ottla.raft.v1.FetchSnapshotAnswer.$Shape;
            }

            namespace FetchSnapshotAnswer {

                /** Properties of a FetchSnapshotAnswer. */
                interface $Properties {

                    /** FetchSnapshotAnswer errorCode */
                    errorCode?: (number|null);

                    /** FetchSnapshotAnswer leaderId */
                    leaderId?: (number|null);

                    /** FetchSnapshotAnswer leaderEpoch */
                    leaderEpoch?: (number|null);

                    /** FetchSnapshotAnswer leaderEndpoints */
                    leaderEndpoints?: (ottla.raft.v1.VoterEndpoint.$Properties[]|null);

                    /** FetchSnapshotAnswer sizeBytes */
                    sizeBytes?: (number|null);

                    /** FetchSnapshotAnswer position */
                    position?: (number|null);

                    /** FetchSnapshotAnswer bytes */
                    bytes?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FetchSnapshotAnswer. */
                type $Shape = ottla.raft.v1.FetchSnapshotAnswer.$Properties;
            }

            /**
             * Properties of an UpdateVoterRequest.
             * @deprecated Use ottla.raft.v1.UpdateVoterRequest.$Properties instead.
             */
            interface IUpdateVoterRequest extends ottla.raft.v1.UpdateVoterRequest.$Properties {
            }

            /** Represents an UpdateVoterRequest. */
            class UpdateVoterRequest {

                /**
                 * Constructs a new UpdateVoterRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ottla.raft.v1.UpdateVoterRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UpdateVoterRequest voter. */
                voter?: (ottla.raft.v1.ReplicaKey.$Properties|null);

                /** UpdateVoterRequest epoch. */
                epoch: number;

                /** UpdateVoterRequest endpoints. */
                endpoints: ottla.raft.v1.VoterEndpoint.$Properties[];

                /**
                 * Creates a new UpdateVoterRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns UpdateVoterRequest instance
                 */
                static create(properties: ottla.raft.v1.UpdateVoterRequest.$Shape): ottla.raft.v1.UpdateVoterRequest & ottla.raft.v1.UpdateVoterRequest.$Shape;
                static create(properties?: ottla.raft.v1.UpdateVoterRequest.$Properties): ottla.raft.v1.UpdateVoterRequest;

                /**
                 * Encodes the specified UpdateVoterRequest message. Does not implicitly {@link ottla.raft.v1.UpdateVoterRequest.verify|verify} messages.
                 * @param message UpdateVoterRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ottla.raft.v1.UpdateVoterRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an UpdateVoterRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.UpdateVoterRequest & ottla.raft.v1.UpdateVoterRequest.$Shape} UpdateVoterRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ottla.raft.v1.UpdateVoterRequest & ottla.raft.v1.UpdateVoterRequest.$Shape;
            }

            namespace UpdateVoterRequest {

                /** Properties of an UpdateVoterRequest. */
                interface $Properties {

                    /** UpdateVoterRequest voter */
                    voter?: (ottla.raft.v1.ReplicaKey.$Properties|null);

                    /** UpdateVoterRequest epoch */
                    epoch?: (number|null);

                    /** UpdateVoterRequest endpoints */
                    endpoints?: (ottla.raft.v1.VoterEndpoint.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an UpdateVoterRequest. */
                type $Shape = ottla.raft.v1.UpdateVoterRequest.$Properties;
            }
        }
    }
}
