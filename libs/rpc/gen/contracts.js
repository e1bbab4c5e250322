/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "./protobuf.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const ottla = $root.ottla = (() => {

    /**
     * Namespace ottla.
     * @exports ottla
     * @namespace
     */
    const ottla = {};

    ottla.controller = (function() {

        /**
         * Namespace controller.
         * @memberof ottla
         * @namespace
         */
        const controller = {};

        controller.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof ottla.controller
             * @namespace
             */
            const v1 = {};

            v1.Controller = (function() {

                /**
                 * Constructs a new Controller service.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a Controller
                 * @extends $protobuf.rpc.Service
                 * @constructor
                 * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
                 * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
                 * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
                 */
                const Controller = function(rpcImpl, requestDelimited, responseDelimited) {
                    $protobuf.rpc.Service.call(this, rpcImpl, requestDelimited, responseDelimited);
                };

                $Object.defineProperty(Controller.prototype = $Object.create($protobuf.rpc.Service.prototype), "constructor", { value: Controller, writable: true, enumerable: false, configurable: true });

                /**
                 * Creates new Controller service using the specified rpc implementation.
                 * @function create
                 * @memberof ottla.controller.v1.Controller
                 * @static
                 * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
                 * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
                 * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
                 * @returns {Controller} RPC service. Useful where requests and/or responses are streamed.
                 */
                Controller.create = function(rpcImpl, requestDelimited, responseDelimited) {
                    return new this(rpcImpl, requestDelimited, responseDelimited);
                };

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#registerBroker}.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef RegisterBrokerCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.controller.v1.BrokerRegistered} [response] BrokerRegistered
                 */

                /**
                 * Calls RegisterBroker.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef RegisterBroker
                 * @type {{
                 *   (request: ottla.controller.v1.IBrokerRegistration, callback: ottla.controller.v1.Controller.RegisterBrokerCallback): void;
                 *   (request: ottla.controller.v1.IBrokerRegistration): Promise<ottla.controller.v1.BrokerRegistered>;
                 *   readonly name: "RegisterBroker";
                 *   readonly path: "/ottla.controller.v1.Controller/RegisterBroker";
                 *   readonly requestType: "BrokerRegistration";
                 *   readonly responseType: "BrokerRegistered";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls RegisterBroker.
                 * @name ottla.controller.v1.Controller#registerBroker
                 * @type {ottla.controller.v1.Controller.RegisterBroker}
                 */
                $Object.defineProperties(Controller.prototype.registerBroker = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Controller.prototype.registerBroker, $root.ottla.controller.v1.BrokerRegistration, $root.ottla.controller.v1.BrokerRegistered, request, callback);
                }, {
                    name: { value: "RegisterBroker" },
                    path: { value: "/ottla.controller.v1.Controller/RegisterBroker" },
                    requestType: { value: "BrokerRegistration" },
                    responseType: { value: "BrokerRegistered" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#heartbeat}.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef HeartbeatCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.controller.v1.BrokerHeartbeatAnswer} [response] BrokerHeartbeatAnswer
                 */

                /**
                 * Calls Heartbeat.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef Heartbeat
                 * @type {{
                 *   (request: ottla.controller.v1.IBrokerHeartbeat, callback: ottla.controller.v1.Controller.HeartbeatCallback): void;
                 *   (request: ottla.controller.v1.IBrokerHeartbeat): Promise<ottla.controller.v1.BrokerHeartbeatAnswer>;
                 *   readonly name: "Heartbeat";
                 *   readonly path: "/ottla.controller.v1.Controller/Heartbeat";
                 *   readonly requestType: "BrokerHeartbeat";
                 *   readonly responseType: "BrokerHeartbeatAnswer";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls Heartbeat.
                 * @name ottla.controller.v1.Controller#heartbeat
                 * @type {ottla.controller.v1.Controller.Heartbeat}
                 */
                $Object.defineProperties(Controller.prototype.heartbeat = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Controller.prototype.heartbeat, $root.ottla.controller.v1.BrokerHeartbeat, $root.ottla.controller.v1.BrokerHeartbeatAnswer, request, callback);
                }, {
                    name: { value: "Heartbeat" },
                    path: { value: "/ottla.controller.v1.Controller/Heartbeat" },
                    requestType: { value: "BrokerHeartbeat" },
                    responseType: { value: "BrokerHeartbeatAnswer" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#forward}.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef ForwardCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.envelope.v1.EnvelopeAnswer} [response] EnvelopeAnswer
                 */

                /**
                 * Calls Forward.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef Forward
                 * @type {{
                 *   (request: ottla.envelope.v1.IEnvelope, callback: ottla.controller.v1.Controller.ForwardCallback): void;
                 *   (request: ottla.envelope.v1.IEnvelope): Promise<ottla.envelope.v1.EnvelopeAnswer>;
                 *   readonly name: "Forward";
                 *   readonly path: "/ottla.controller.v1.Controller/Forward";
                 *   readonly requestType: "ottla.envelope.v1.Envelope";
                 *   readonly responseType: "ottla.envelope.v1.EnvelopeAnswer";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls Forward.
                 * @name ottla.controller.v1.Controller#forward
                 * @type {ottla.controller.v1.Controller.Forward}
                 */
                $Object.defineProperties(Controller.prototype.forward = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Controller.prototype.forward, $root.ottla.envelope.v1.Envelope, $root.ottla.envelope.v1.EnvelopeAnswer, request, callback);
                }, {
                    name: { value: "Forward" },
                    path: { value: "/ottla.controller.v1.Controller/Forward" },
                    requestType: { value: "ottla.envelope.v1.Envelope" },
                    responseType: { value: "ottla.envelope.v1.EnvelopeAnswer" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#fetchMetadata}.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef FetchMetadataCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.controller.v1.MetadataFetched} [response] MetadataFetched
                 */

                /**
                 * Calls FetchMetadata.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef FetchMetadata
                 * @type {{
                 *   (request: ottla.controller.v1.IMetadataFetch, callback: ottla.controller.v1.Controller.FetchMetadataCallback): void;
                 *   (request: ottla.controller.v1.IMetadataFetch): Promise<ottla.controller.v1.MetadataFetched>;
                 *   readonly name: "FetchMetadata";
                 *   readonly path: "/ottla.controller.v1.Controller/FetchMetadata";
                 *   readonly requestType: "MetadataFetch";
                 *   readonly responseType: "MetadataFetched";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls FetchMetadata.
                 * @name ottla.controller.v1.Controller#fetchMetadata
                 * @type {ottla.controller.v1.Controller.FetchMetadata}
                 */
                $Object.defineProperties(Controller.prototype.fetchMetadata = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Controller.prototype.fetchMetadata, $root.ottla.controller.v1.MetadataFetch, $root.ottla.controller.v1.MetadataFetched, request, callback);
                }, {
                    name: { value: "FetchMetadata" },
                    path: { value: "/ottla.controller.v1.Controller/FetchMetadata" },
                    requestType: { value: "MetadataFetch" },
                    responseType: { value: "MetadataFetched" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#fetchSnapshot}.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef FetchSnapshotCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.controller.v1.SnapshotFetched} [response] SnapshotFetched
                 */

                /**
                 * Calls FetchSnapshot.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef FetchSnapshot
                 * @type {{
                 *   (request: ottla.controller.v1.ISnapshotFetch, callback: ottla.controller.v1.Controller.FetchSnapshotCallback): void;
                 *   (request: ottla.controller.v1.ISnapshotFetch): Promise<ottla.controller.v1.SnapshotFetched>;
                 *   readonly name: "FetchSnapshot";
                 *   readonly path: "/ottla.controller.v1.Controller/FetchSnapshot";
                 *   readonly requestType: "SnapshotFetch";
                 *   readonly responseType: "SnapshotFetched";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls FetchSnapshot.
                 * @name ottla.controller.v1.Controller#fetchSnapshot
                 * @type {ottla.controller.v1.Controller.FetchSnapshot}
                 */
                $Object.defineProperties(Controller.prototype.fetchSnapshot = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Controller.prototype.fetchSnapshot, $root.ottla.controller.v1.SnapshotFetch, $root.ottla.controller.v1.SnapshotFetched, request, callback);
                }, {
                    name: { value: "FetchSnapshot" },
                    path: { value: "/ottla.controller.v1.Controller/FetchSnapshot" },
                    requestType: { value: "SnapshotFetch" },
                    responseType: { value: "SnapshotFetched" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#allocateProducerIds}.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef AllocateProducerIdsCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.controller.v1.ProducerIdsBlock} [response] ProducerIdsBlock
                 */

                /**
                 * Calls AllocateProducerIds.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef AllocateProducerIds
                 * @type {{
                 *   (request: ottla.controller.v1.IProducerIdsBlockRequest, callback: ottla.controller.v1.Controller.AllocateProducerIdsCallback): void;
                 *   (request: ottla.controller.v1.IProducerIdsBlockRequest): Promise<ottla.controller.v1.ProducerIdsBlock>;
                 *   readonly name: "AllocateProducerIds";
                 *   readonly path: "/ottla.controller.v1.Controller/AllocateProducerIds";
                 *   readonly requestType: "ProducerIdsBlockRequest";
                 *   readonly responseType: "ProducerIdsBlock";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls AllocateProducerIds.
                 * @name ottla.controller.v1.Controller#allocateProducerIds
                 * @type {ottla.controller.v1.Controller.AllocateProducerIds}
                 */
                $Object.defineProperties(Controller.prototype.allocateProducerIds = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Controller.prototype.allocateProducerIds, $root.ottla.controller.v1.ProducerIdsBlockRequest, $root.ottla.controller.v1.ProducerIdsBlock, request, callback);
                }, {
                    name: { value: "AllocateProducerIds" },
                    path: { value: "/ottla.controller.v1.Controller/AllocateProducerIds" },
                    requestType: { value: "ProducerIdsBlockRequest" },
                    responseType: { value: "ProducerIdsBlock" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#bumpLeaderEpoch}.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef BumpLeaderEpochCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.controller.v1.LeaderEpochBumped} [response] LeaderEpochBumped
                 */

                /**
                 * Calls BumpLeaderEpoch.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef BumpLeaderEpoch
                 * @type {{
                 *   (request: ottla.controller.v1.ILeaderEpochBump, callback: ottla.controller.v1.Controller.BumpLeaderEpochCallback): void;
                 *   (request: ottla.controller.v1.ILeaderEpochBump): Promise<ottla.controller.v1.LeaderEpochBumped>;
                 *   readonly name: "BumpLeaderEpoch";
                 *   readonly path: "/ottla.controller.v1.Controller/BumpLeaderEpoch";
                 *   readonly requestType: "LeaderEpochBump";
                 *   readonly responseType: "LeaderEpochBumped";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls BumpLeaderEpoch.
                 * @name ottla.controller.v1.Controller#bumpLeaderEpoch
                 * @type {ottla.controller.v1.Controller.BumpLeaderEpoch}
                 */
                $Object.defineProperties(Controller.prototype.bumpLeaderEpoch = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Controller.prototype.bumpLeaderEpoch, $root.ottla.controller.v1.LeaderEpochBump, $root.ottla.controller.v1.LeaderEpochBumped, request, callback);
                }, {
                    name: { value: "BumpLeaderEpoch" },
                    path: { value: "/ottla.controller.v1.Controller/BumpLeaderEpoch" },
                    requestType: { value: "LeaderEpochBump" },
                    responseType: { value: "LeaderEpochBumped" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#alterPartitions}.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef AlterPartitionsCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.controller.v1.PartitionsAltered} [response] PartitionsAltered
                 */

                /**
                 * Calls AlterPartitions.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef AlterPartitions
                 * @type {{
                 *   (request: ottla.controller.v1.IPartitionsAlteration, callback: ottla.controller.v1.Controller.AlterPartitionsCallback): void;
                 *   (request: ottla.controller.v1.IPartitionsAlteration): Promise<ottla.controller.v1.PartitionsAltered>;
                 *   readonly name: "AlterPartitions";
                 *   readonly path: "/ottla.controller.v1.Controller/AlterPartitions";
                 *   readonly requestType: "PartitionsAlteration";
                 *   readonly responseType: "PartitionsAltered";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls AlterPartitions.
                 * @name ottla.controller.v1.Controller#alterPartitions
                 * @type {ottla.controller.v1.Controller.AlterPartitions}
                 */
                $Object.defineProperties(Controller.prototype.alterPartitions = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Controller.prototype.alterPartitions, $root.ottla.controller.v1.PartitionsAlteration, $root.ottla.controller.v1.PartitionsAltered, request, callback);
                }, {
                    name: { value: "AlterPartitions" },
                    path: { value: "/ottla.controller.v1.Controller/AlterPartitions" },
                    requestType: { value: "PartitionsAlteration" },
                    responseType: { value: "PartitionsAltered" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.controller.v1.Controller#quorumLeader}.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef QuorumLeaderCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.controller.v1.LeaderOfQuorum} [response] LeaderOfQuorum
                 */

                /**
                 * Calls QuorumLeader.
                 * @memberof ottla.controller.v1.Controller
                 * @typedef QuorumLeader
                 * @type {{
                 *   (request: ottla.envelope.v1.INothing, callback: ottla.controller.v1.Controller.QuorumLeaderCallback): void;
                 *   (request: ottla.envelope.v1.INothing): Promise<ottla.controller.v1.LeaderOfQuorum>;
                 *   readonly name: "QuorumLeader";
                 *   readonly path: "/ottla.controller.v1.Controller/QuorumLeader";
                 *   readonly requestType: "ottla.envelope.v1.Nothing";
                 *   readonly responseType: "LeaderOfQuorum";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls QuorumLeader.
                 * @name ottla.controller.v1.Controller#quorumLeader
                 * @type {ottla.controller.v1.Controller.QuorumLeader}
                 */
                $Object.defineProperties(Controller.prototype.quorumLeader = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Controller.prototype.quorumLeader, $root.ottla.envelope.v1.Nothing, $root.ottla.controller.v1.LeaderOfQuorum, request, callback);
                }, {
                    name: { value: "QuorumLeader" },
                    path: { value: "/ottla.controller.v1.Controller/QuorumLeader" },
                    requestType: { value: "ottla.envelope.v1.Nothing" },
                    responseType: { value: "LeaderOfQuorum" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                return Controller;
            })();

            v1.Broker = (function() {

                /**
                 * Constructs a new Broker service.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a Broker
                 * @extends $protobuf.rpc.Service
                 * @constructor
                 * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
                 * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
                 * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
                 */
                const Broker = function(rpcImpl, requestDelimited, responseDelimited) {
                    $protobuf.rpc.Service.call(this, rpcImpl, requestDelimited, responseDelimited);
                };

                $Object.defineProperty(Broker.prototype = $Object.create($protobuf.rpc.Service.prototype), "constructor", { value: Broker, writable: true, enumerable: false, configurable: true });

                /**
                 * Creates new Broker service using the specified rpc implementation.
                 * @function create
                 * @memberof ottla.controller.v1.Broker
                 * @static
                 * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
                 * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
                 * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
                 * @returns {Broker} RPC service. Useful where requests and/or responses are streamed.
                 */
                Broker.create = function(rpcImpl, requestDelimited, responseDelimited) {
                    return new this(rpcImpl, requestDelimited, responseDelimited);
                };

                /**
                 * Callback as used by {@link ottla.controller.v1.Broker#identify}.
                 * @memberof ottla.controller.v1.Broker
                 * @typedef IdentifyCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.controller.v1.BrokerIdentity} [response] BrokerIdentity
                 */

                /**
                 * Calls Identify.
                 * @memberof ottla.controller.v1.Broker
                 * @typedef Identify
                 * @type {{
                 *   (request: ottla.envelope.v1.INothing, callback: ottla.controller.v1.Broker.IdentifyCallback): void;
                 *   (request: ottla.envelope.v1.INothing): Promise<ottla.controller.v1.BrokerIdentity>;
                 *   readonly name: "Identify";
                 *   readonly path: "/ottla.controller.v1.Broker/Identify";
                 *   readonly requestType: "ottla.envelope.v1.Nothing";
                 *   readonly responseType: "BrokerIdentity";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls Identify.
                 * @name ottla.controller.v1.Broker#identify
                 * @type {ottla.controller.v1.Broker.Identify}
                 */
                $Object.defineProperties(Broker.prototype.identify = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Broker.prototype.identify, $root.ottla.envelope.v1.Nothing, $root.ottla.controller.v1.BrokerIdentity, request, callback);
                }, {
                    name: { value: "Identify" },
                    path: { value: "/ottla.controller.v1.Broker/Identify" },
                    requestType: { value: "ottla.envelope.v1.Nothing" },
                    responseType: { value: "BrokerIdentity" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                return Broker;
            })();

            v1.BrokerIdentity = (function() {

                /**
                 * Properties of a BrokerIdentity.
                 * @typedef {Object} ottla.controller.v1.BrokerIdentity.$Properties
                 * @property {number|null} [brokerId] BrokerIdentity brokerId
                 * @property {string|null} [incarnationId] BrokerIdentity incarnationId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a BrokerIdentity.
                 * @memberof ottla.controller.v1
                 * @interface IBrokerIdentity
                 * @augments ottla.controller.v1.BrokerIdentity.$Properties
                 * @deprecated Use ottla.controller.v1.BrokerIdentity.$Properties instead.
                 */

                /**
                 * Shape of a BrokerIdentity.
                 * @typedef {ottla.controller.v1.BrokerIdentity.$Properties} ottla.controller.v1.BrokerIdentity.$Shape
                 */

                /**
                 * Constructs a new BrokerIdentity.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a BrokerIdentity.
                 * @constructor
                 * @param {ottla.controller.v1.BrokerIdentity.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const BrokerIdentity = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * BrokerIdentity brokerId.
                 * @member {number} brokerId
                 * @memberof ottla.controller.v1.BrokerIdentity
                 * @instance
                 */
                BrokerIdentity.prototype.brokerId = 0;

                /**
                 * BrokerIdentity incarnationId.
                 * @member {string} incarnationId
                 * @memberof ottla.controller.v1.BrokerIdentity
                 * @instance
                 */
                BrokerIdentity.prototype.incarnationId = "";

                /**
                 * Creates a new BrokerIdentity instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.BrokerIdentity
                 * @static
                 * @param {ottla.controller.v1.BrokerIdentity.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.BrokerIdentity} BrokerIdentity instance
                 * @type {{
                 *   (properties: ottla.controller.v1.BrokerIdentity.$Shape): ottla.controller.v1.BrokerIdentity & ottla.controller.v1.BrokerIdentity.$Shape;
                 *   (properties?: ottla.controller.v1.BrokerIdentity.$Properties): ottla.controller.v1.BrokerIdentity;
                 * }}
                 */
                BrokerIdentity.create = function(properties) {
                    return new BrokerIdentity(properties);
                };

                /**
                 * Encodes the specified BrokerIdentity message. Does not implicitly {@link ottla.controller.v1.BrokerIdentity.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.BrokerIdentity
                 * @static
                 * @param {ottla.controller.v1.BrokerIdentity.$Properties} message BrokerIdentity message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                BrokerIdentity.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.brokerId != null && $Object.hasOwnProperty.call(message, "brokerId") && message.brokerId !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.brokerId);
                    if (message.incarnationId != null && $Object.hasOwnProperty.call(message, "incarnationId") && message.incarnationId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.incarnationId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a BrokerIdentity message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.BrokerIdentity
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.BrokerIdentity & ottla.controller.v1.BrokerIdentity.$Shape} BrokerIdentity
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                BrokerIdentity.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.BrokerIdentity();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.brokerId = value;
                                else
                                    delete message.brokerId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.incarnationId = value;
                                else
                                    delete message.incarnationId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return BrokerIdentity;
            })();

            v1.BrokerEndpoint = (function() {

                /**
                 * Properties of a BrokerEndpoint.
                 * @typedef {Object} ottla.controller.v1.BrokerEndpoint.$Properties
                 * @property {string|null} [name] BrokerEndpoint name
                 * @property {string|null} [host] BrokerEndpoint host
                 * @property {number|null} [port] BrokerEndpoint port
                 * @property {number|null} [securityProtocol] BrokerEndpoint securityProtocol
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a BrokerEndpoint.
                 * @memberof ottla.controller.v1
                 * @interface IBrokerEndpoint
                 * @augments ottla.controller.v1.BrokerEndpoint.$Properties
                 * @deprecated Use ottla.controller.v1.BrokerEndpoint.$Properties instead.
                 */

                /**
                 * Shape of a BrokerEndpoint.
                 * @typedef {ottla.controller.v1.BrokerEndpoint.$Properties} ottla.controller.v1.BrokerEndpoint.$Shape
                 */

                /**
                 * Constructs a new BrokerEndpoint.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a BrokerEndpoint.
                 * @constructor
                 * @param {ottla.controller.v1.BrokerEndpoint.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const BrokerEndpoint = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * BrokerEndpoint name.
                 * @member {string} name
                 * @memberof ottla.controller.v1.BrokerEndpoint
                 * @instance
                 */
                BrokerEndpoint.prototype.name = "";

                /**
                 * BrokerEndpoint host.
                 * @member {string} host
                 * @memberof ottla.controller.v1.BrokerEndpoint
                 * @instance
                 */
                BrokerEndpoint.prototype.host = "";

                /**
                 * BrokerEndpoint port.
                 * @member {number} port
                 * @memberof ottla.controller.v1.BrokerEndpoint
                 * @instance
                 */
                BrokerEndpoint.prototype.port = 0;

                /**
                 * BrokerEndpoint securityProtocol.
                 * @member {number} securityProtocol
                 * @memberof ottla.controller.v1.BrokerEndpoint
                 * @instance
                 */
                BrokerEndpoint.prototype.securityProtocol = 0;

                /**
                 * Creates a new BrokerEndpoint instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.BrokerEndpoint
                 * @static
                 * @param {ottla.controller.v1.BrokerEndpoint.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.BrokerEndpoint} BrokerEndpoint instance
                 * @type {{
                 *   (properties: ottla.controller.v1.BrokerEndpoint.$Shape): ottla.controller.v1.BrokerEndpoint & ottla.controller.v1.BrokerEndpoint.$Shape;
                 *   (properties?: ottla.controller.v1.BrokerEndpoint.$Properties): ottla.controller.v1.BrokerEndpoint;
                 * }}
                 */
                BrokerEndpoint.create = function(properties) {
                    return new BrokerEndpoint(properties);
                };

                /**
                 * Encodes the specified BrokerEndpoint message. Does not implicitly {@link ottla.controller.v1.BrokerEndpoint.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.BrokerEndpoint
                 * @static
                 * @param {ottla.controller.v1.BrokerEndpoint.$Properties} message BrokerEndpoint message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                BrokerEndpoint.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                    if (message.host != null && $Object.hasOwnProperty.call(message, "host") && message.host !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.host);
                    if (message.port != null && $Object.hasOwnProperty.call(message, "port") && message.port !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.port);
                    if (message.securityProtocol != null && $Object.hasOwnProperty.call(message, "securityProtocol") && message.securityProtocol !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).int32(message.securityProtocol);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a BrokerEndpoint message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.BrokerEndpoint
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.BrokerEndpoint & ottla.controller.v1.BrokerEndpoint.$Shape} BrokerEndpoint
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                BrokerEndpoint.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.BrokerEndpoint();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.name = value;
                                else
                                    delete message.name;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.host = value;
                                else
                                    delete message.host;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.port = value;
                                else
                                    delete message.port;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.securityProtocol = value;
                                else
                                    delete message.securityProtocol;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return BrokerEndpoint;
            })();

            v1.FeatureRange = (function() {

                /**
                 * Properties of a FeatureRange.
                 * @typedef {Object} ottla.controller.v1.FeatureRange.$Properties
                 * @property {string|null} [name] FeatureRange name
                 * @property {number|null} [minVersion] FeatureRange minVersion
                 * @property {number|null} [maxVersion] FeatureRange maxVersion
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a FeatureRange.
                 * @memberof ottla.controller.v1
                 * @interface IFeatureRange
                 * @augments ottla.controller.v1.FeatureRange.$Properties
                 * @deprecated Use ottla.controller.v1.FeatureRange.$Properties instead.
                 */

                /**
                 * Shape of a FeatureRange.
                 * @typedef {ottla.controller.v1.FeatureRange.$Properties} ottla.controller.v1.FeatureRange.$Shape
                 */

                /**
                 * Constructs a new FeatureRange.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a FeatureRange.
                 * @constructor
                 * @param {ottla.controller.v1.FeatureRange.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const FeatureRange = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * FeatureRange name.
                 * @member {string} name
                 * @memberof ottla.controller.v1.FeatureRange
                 * @instance
                 */
                FeatureRange.prototype.name = "";

                /**
                 * FeatureRange minVersion.
                 * @member {number} minVersion
                 * @memberof ottla.controller.v1.FeatureRange
                 * @instance
                 */
                FeatureRange.prototype.minVersion = 0;

                /**
                 * FeatureRange maxVersion.
                 * @member {number} maxVersion
                 * @memberof ottla.controller.v1.FeatureRange
                 * @instance
                 */
                FeatureRange.prototype.maxVersion = 0;

                /**
                 * Creates a new FeatureRange instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.FeatureRange
                 * @static
                 * @param {ottla.controller.v1.FeatureRange.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.FeatureRange} FeatureRange instance
                 * @type {{
                 *   (properties: ottla.controller.v1.FeatureRange.$Shape): ottla.controller.v1.FeatureRange & ottla.controller.v1.FeatureRange.$Shape;
                 *   (properties?: ottla.controller.v1.FeatureRange.$Properties): ottla.controller.v1.FeatureRange;
                 * }}
                 */
                FeatureRange.create = function(properties) {
                    return new FeatureRange(properties);
                };

                /**
                 * Encodes the specified FeatureRange message. Does not implicitly {@link ottla.controller.v1.FeatureRange.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.FeatureRange
                 * @static
                 * @param {ottla.controller.v1.FeatureRange.$Properties} message FeatureRange message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                FeatureRange.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                    if (message.minVersion != null && $Object.hasOwnProperty.call(message, "minVersion") && message.minVersion !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.minVersion);
                    if (message.maxVersion != null && $Object.hasOwnProperty.call(message, "maxVersion") && message.maxVersion !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.maxVersion);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a FeatureRange message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.FeatureRange
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.FeatureRange & ottla.controller.v1.FeatureRange.$Shape} FeatureRange
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                FeatureRange.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.FeatureRange();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.name = value;
                                else
                                    delete message.name;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.minVersion = value;
                                else
                                    delete message.minVersion;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.maxVersion = value;
                                else
                                    delete message.maxVersion;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return FeatureRange;
            })();

            v1.BrokerRegistration = (function() {

                /**
                 * Properties of a BrokerRegistration.
                 * @typedef {Object} ottla.controller.v1.BrokerRegistration.$Properties
                 * @property {number|null} [brokerId] BrokerRegistration brokerId
                 * @property {string|null} [clusterId] BrokerRegistration clusterId
                 * @property {string|null} [incarnationId] BrokerRegistration incarnationId
                 * @property {Array.<ottla.controller.v1.BrokerEndpoint.$Properties>|null} [endpoints] BrokerRegistration endpoints
                 * @property {Array.<ottla.controller.v1.FeatureRange.$Properties>|null} [features] BrokerRegistration features
                 * @property {string|null} [rack] BrokerRegistration rack
                 * @property {Array.<string>|null} [logDirs] BrokerRegistration logDirs
                 * @property {number|null} [previousBrokerEpoch] BrokerRegistration previousBrokerEpoch
                 * @property {string|null} [planeEndpoint] BrokerRegistration planeEndpoint
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a BrokerRegistration.
                 * @memberof ottla.controller.v1
                 * @interface IBrokerRegistration
                 * @augments ottla.controller.v1.BrokerRegistration.$Properties
                 * @deprecated Use ottla.controller.v1.BrokerRegistration.$Properties instead.
                 */

                /**
                 * Shape of a BrokerRegistration.
                 * @typedef {ottla.controller.v1.BrokerRegistration.$Properties} ottla.controller.v1.BrokerRegistration.$Shape
                 */

                /**
                 * Constructs a new BrokerRegistration.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a BrokerRegistration.
                 * @constructor
                 * @param {ottla.controller.v1.BrokerRegistration.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const BrokerRegistration = function (properties) {
                    this.endpoints = [];
                    this.features = [];
                    this.logDirs = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * BrokerRegistration brokerId.
                 * @member {number} brokerId
                 * @memberof ottla.controller.v1.BrokerRegistration
                 * @instance
                 */
                BrokerRegistration.prototype.brokerId = 0;

                /**
                 * BrokerRegistration clusterId.
                 * @member {string} clusterId
                 * @memberof ottla.controller.v1.BrokerRegistration
                 * @instance
                 */
                BrokerRegistration.prototype.clusterId = "";

                /**
                 * BrokerRegistration incarnationId.
                 * @member {string} incarnationId
                 * @memberof ottla.controller.v1.BrokerRegistration
                 * @instance
                 */
                BrokerRegistration.prototype.incarnationId = "";

                /**
                 * BrokerRegistration endpoints.
                 * @member {Array.<ottla.controller.v1.BrokerEndpoint.$Properties>} endpoints
                 * @memberof ottla.controller.v1.BrokerRegistration
                 * @instance
                 */
                BrokerRegistration.prototype.endpoints = $util.emptyArray;

                /**
                 * BrokerRegistration features.
                 * @member {Array.<ottla.controller.v1.FeatureRange.$Properties>} features
                 * @memberof ottla.controller.v1.BrokerRegistration
                 * @instance
                 */
                BrokerRegistration.prototype.features = $util.emptyArray;

                /**
                 * BrokerRegistration rack.
                 * @member {string|null|undefined} rack
                 * @memberof ottla.controller.v1.BrokerRegistration
                 * @instance
                 */
                BrokerRegistration.prototype.rack = null;

                /**
                 * BrokerRegistration logDirs.
                 * @member {Array.<string>} logDirs
                 * @memberof ottla.controller.v1.BrokerRegistration
                 * @instance
                 */
                BrokerRegistration.prototype.logDirs = $util.emptyArray;

                /**
                 * BrokerRegistration previousBrokerEpoch.
                 * @member {number} previousBrokerEpoch
                 * @memberof ottla.controller.v1.BrokerRegistration
                 * @instance
                 */
                BrokerRegistration.prototype.previousBrokerEpoch = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * BrokerRegistration planeEndpoint.
                 * @member {string|null|undefined} planeEndpoint
                 * @memberof ottla.controller.v1.BrokerRegistration
                 * @instance
                 */
                BrokerRegistration.prototype.planeEndpoint = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(BrokerRegistration.prototype, "_rack", {
                    get: $util.oneOfGetter($oneOfFields = ["rack"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(BrokerRegistration.prototype, "_planeEndpoint", {
                    get: $util.oneOfGetter($oneOfFields = ["planeEndpoint"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new BrokerRegistration instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.BrokerRegistration
                 * @static
                 * @param {ottla.controller.v1.BrokerRegistration.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.BrokerRegistration} BrokerRegistration instance
                 * @type {{
                 *   (properties: ottla.controller.v1.BrokerRegistration.$Shape): ottla.controller.v1.BrokerRegistration & ottla.controller.v1.BrokerRegistration.$Shape;
                 *   (properties?: ottla.controller.v1.BrokerRegistration.$Properties): ottla.controller.v1.BrokerRegistration;
                 * }}
                 */
                BrokerRegistration.create = function(properties) {
                    return new BrokerRegistration(properties);
                };

                /**
                 * Encodes the specified BrokerRegistration message. Does not implicitly {@link ottla.controller.v1.BrokerRegistration.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.BrokerRegistration
                 * @static
                 * @param {ottla.controller.v1.BrokerRegistration.$Properties} message BrokerRegistration message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                BrokerRegistration.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.brokerId != null && $Object.hasOwnProperty.call(message, "brokerId") && message.brokerId !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.brokerId);
                    if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clusterId);
                    if (message.incarnationId != null && $Object.hasOwnProperty.call(message, "incarnationId") && message.incarnationId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.incarnationId);
                    if (message.endpoints != null && message.endpoints.length)
                        for (let i = 0; i < message.endpoints.length; ++i)
                            $root.ottla.controller.v1.BrokerEndpoint.encode(message.endpoints[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.features != null && message.features.length)
                        for (let i = 0; i < message.features.length; ++i)
                            $root.ottla.controller.v1.FeatureRange.encode(message.features[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.rack != null && $Object.hasOwnProperty.call(message, "rack"))
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.rack);
                    if (message.logDirs != null && message.logDirs.length)
                        for (let i = 0; i < message.logDirs.length; ++i)
                            writer.uint32(/* id 7, wireType 2 =*/58).string(message.logDirs[i]);
                    if (message.previousBrokerEpoch != null && $Object.hasOwnProperty.call(message, "previousBrokerEpoch") && (typeof message.previousBrokerEpoch === "object" ? message.previousBrokerEpoch.low || message.previousBrokerEpoch.high : message.previousBrokerEpoch !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).sint64(message.previousBrokerEpoch);
                    if (message.planeEndpoint != null && $Object.hasOwnProperty.call(message, "planeEndpoint"))
                        writer.uint32(/* id 9, wireType 2 =*/74).string(message.planeEndpoint);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a BrokerRegistration message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.BrokerRegistration
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.BrokerRegistration & ottla.controller.v1.BrokerRegistration.$Shape} BrokerRegistration
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                BrokerRegistration.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.BrokerRegistration();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.brokerId = value;
                                else
                                    delete message.brokerId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clusterId = value;
                                else
                                    delete message.clusterId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.incarnationId = value;
                                else
                                    delete message.incarnationId;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.endpoints && message.endpoints.length))
                                    message.endpoints = [];
                                message.endpoints.push($root.ottla.controller.v1.BrokerEndpoint.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.features && message.features.length))
                                    message.features = [];
                                message.features.push($root.ottla.controller.v1.FeatureRange.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.rack = reader.stringVerify();
                                message._rack = "rack";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.logDirs && message.logDirs.length))
                                    message.logDirs = [];
                                message.logDirs.push(reader.stringVerify());
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.sint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.previousBrokerEpoch = value;
                                else
                                    delete message.previousBrokerEpoch;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                message.planeEndpoint = reader.stringVerify();
                                message._planeEndpoint = "planeEndpoint";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return BrokerRegistration;
            })();

            v1.BrokerRegistered = (function() {

                /**
                 * Properties of a BrokerRegistered.
                 * @typedef {Object} ottla.controller.v1.BrokerRegistered.$Properties
                 * @property {number|null} [brokerEpoch] BrokerRegistered brokerEpoch
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a BrokerRegistered.
                 * @memberof ottla.controller.v1
                 * @interface IBrokerRegistered
                 * @augments ottla.controller.v1.BrokerRegistered.$Properties
                 * @deprecated Use ottla.controller.v1.BrokerRegistered.$Properties instead.
                 */

                /**
                 * Shape of a BrokerRegistered.
                 * @typedef {ottla.controller.v1.BrokerRegistered.$Properties} ottla.controller.v1.BrokerRegistered.$Shape
                 */

                /**
                 * Constructs a new BrokerRegistered.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a BrokerRegistered.
                 * @constructor
                 * @param {ottla.controller.v1.BrokerRegistered.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const BrokerRegistered = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * BrokerRegistered brokerEpoch.
                 * @member {number} brokerEpoch
                 * @memberof ottla.controller.v1.BrokerRegistered
                 * @instance
                 */
                BrokerRegistered.prototype.brokerEpoch = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Creates a new BrokerRegistered instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.BrokerRegistered
                 * @static
                 * @param {ottla.controller.v1.BrokerRegistered.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.BrokerRegistered} BrokerRegistered instance
                 * @type {{
                 *   (properties: ottla.controller.v1.BrokerRegistered.$Shape): ottla.controller.v1.BrokerRegistered & ottla.controller.v1.BrokerRegistered.$Shape;
                 *   (properties?: ottla.controller.v1.BrokerRegistered.$Properties): ottla.controller.v1.BrokerRegistered;
                 * }}
                 */
                BrokerRegistered.create = function(properties) {
                    return new BrokerRegistered(properties);
                };

                /**
                 * Encodes the specified BrokerRegistered message. Does not implicitly {@link ottla.controller.v1.BrokerRegistered.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.BrokerRegistered
                 * @static
                 * @param {ottla.controller.v1.BrokerRegistered.$Properties} message BrokerRegistered message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                BrokerRegistered.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.brokerEpoch != null && $Object.hasOwnProperty.call(message, "brokerEpoch") && (typeof message.brokerEpoch === "object" ? message.brokerEpoch.low || message.brokerEpoch.high : message.brokerEpoch !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).int64(message.brokerEpoch);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a BrokerRegistered message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.BrokerRegistered
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.BrokerRegistered & ottla.controller.v1.BrokerRegistered.$Shape} BrokerRegistered
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                BrokerRegistered.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.BrokerRegistered();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.brokerEpoch = value;
                                else
                                    delete message.brokerEpoch;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return BrokerRegistered;
            })();

            v1.BrokerHeartbeat = (function() {

                /**
                 * Properties of a BrokerHeartbeat.
                 * @typedef {Object} ottla.controller.v1.BrokerHeartbeat.$Properties
                 * @property {number|null} [brokerId] BrokerHeartbeat brokerId
                 * @property {number|null} [brokerEpoch] BrokerHeartbeat brokerEpoch
                 * @property {number|null} [appliedOffset] BrokerHeartbeat appliedOffset
                 * @property {boolean|null} [wantFence] BrokerHeartbeat wantFence
                 * @property {boolean|null} [wantShutDown] BrokerHeartbeat wantShutDown
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a BrokerHeartbeat.
                 * @memberof ottla.controller.v1
                 * @interface IBrokerHeartbeat
                 * @augments ottla.controller.v1.BrokerHeartbeat.$Properties
                 * @deprecated Use ottla.controller.v1.BrokerHeartbeat.$Properties instead.
                 */

                /**
                 * Shape of a BrokerHeartbeat.
                 * @typedef {ottla.controller.v1.BrokerHeartbeat.$Properties} ottla.controller.v1.BrokerHeartbeat.$Shape
                 */

                /**
                 * Constructs a new BrokerHeartbeat.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a BrokerHeartbeat.
                 * @constructor
                 * @param {ottla.controller.v1.BrokerHeartbeat.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const BrokerHeartbeat = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * BrokerHeartbeat brokerId.
                 * @member {number} brokerId
                 * @memberof ottla.controller.v1.BrokerHeartbeat
                 * @instance
                 */
                BrokerHeartbeat.prototype.brokerId = 0;

                /**
                 * BrokerHeartbeat brokerEpoch.
                 * @member {number} brokerEpoch
                 * @memberof ottla.controller.v1.BrokerHeartbeat
                 * @instance
                 */
                BrokerHeartbeat.prototype.brokerEpoch = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * BrokerHeartbeat appliedOffset.
                 * @member {number} appliedOffset
                 * @memberof ottla.controller.v1.BrokerHeartbeat
                 * @instance
                 */
                BrokerHeartbeat.prototype.appliedOffset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * BrokerHeartbeat wantFence.
                 * @member {boolean} wantFence
                 * @memberof ottla.controller.v1.BrokerHeartbeat
                 * @instance
                 */
                BrokerHeartbeat.prototype.wantFence = false;

                /**
                 * BrokerHeartbeat wantShutDown.
                 * @member {boolean} wantShutDown
                 * @memberof ottla.controller.v1.BrokerHeartbeat
                 * @instance
                 */
                BrokerHeartbeat.prototype.wantShutDown = false;

                /**
                 * Creates a new BrokerHeartbeat instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.BrokerHeartbeat
                 * @static
                 * @param {ottla.controller.v1.BrokerHeartbeat.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.BrokerHeartbeat} BrokerHeartbeat instance
                 * @type {{
                 *   (properties: ottla.controller.v1.BrokerHeartbeat.$Shape): ottla.controller.v1.BrokerHeartbeat & ottla.controller.v1.BrokerHeartbeat.$Shape;
                 *   (properties?: ottla.controller.v1.BrokerHeartbeat.$Properties): ottla.controller.v1.BrokerHeartbeat;
                 * }}
                 */
                BrokerHeartbeat.create = function(properties) {
                    return new BrokerHeartbeat(properties);
                };

                /**
                 * Encodes the specified BrokerHeartbeat message. Does not implicitly {@link ottla.controller.v1.BrokerHeartbeat.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.BrokerHeartbeat
                 * @static
                 * @param {ottla.controller.v1.BrokerHeartbeat.$Properties} message BrokerHeartbeat message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                BrokerHeartbeat.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.brokerId != null && $Object.hasOwnProperty.call(message, "brokerId") && message.brokerId !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.brokerId);
                    if (message.brokerEpoch != null && $Object.hasOwnProperty.call(message, "brokerEpoch") && (typeof message.brokerEpoch === "object" ? message.brokerEpoch.low || message.brokerEpoch.high : message.brokerEpoch !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.brokerEpoch);
                    if (message.appliedOffset != null && $Object.hasOwnProperty.call(message, "appliedOffset") && (typeof message.appliedOffset === "object" ? message.appliedOffset.low || message.appliedOffset.high : message.appliedOffset !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.appliedOffset);
                    if (message.wantFence != null && $Object.hasOwnProperty.call(message, "wantFence") && message.wantFence !== false)
                        writer.uint32(/* id 4, wireType 0 =*/32).bool(message.wantFence);
                    if (message.wantShutDown != null && $Object.hasOwnProperty.call(message, "wantShutDown") && message.wantShutDown !== false)
                        writer.uint32(/* id 5, wireType 0 =*/40).bool(message.wantShutDown);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a BrokerHeartbeat message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.BrokerHeartbeat
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.BrokerHeartbeat & ottla.controller.v1.BrokerHeartbeat.$Shape} BrokerHeartbeat
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                BrokerHeartbeat.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.BrokerHeartbeat();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.brokerId = value;
                                else
                                    delete message.brokerId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.brokerEpoch = value;
                                else
                                    delete message.brokerEpoch;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.appliedOffset = value;
                                else
                                    delete message.appliedOffset;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.wantFence = value;
                                else
                                    delete message.wantFence;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.wantShutDown = value;
                                else
                                    delete message.wantShutDown;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return BrokerHeartbeat;
            })();

            v1.BrokerHeartbeatAnswer = (function() {

                /**
                 * Properties of a BrokerHeartbeatAnswer.
                 * @typedef {Object} ottla.controller.v1.BrokerHeartbeatAnswer.$Properties
                 * @property {boolean|null} [isCaughtUp] BrokerHeartbeatAnswer isCaughtUp
                 * @property {boolean|null} [isFenced] BrokerHeartbeatAnswer isFenced
                 * @property {boolean|null} [shouldShutDown] BrokerHeartbeatAnswer shouldShutDown
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a BrokerHeartbeatAnswer.
                 * @memberof ottla.controller.v1
                 * @interface IBrokerHeartbeatAnswer
                 * @augments ottla.controller.v1.BrokerHeartbeatAnswer.$Properties
                 * @deprecated Use ottla.controller.v1.BrokerHeartbeatAnswer.$Properties instead.
                 */

                /**
                 * Shape of a BrokerHeartbeatAnswer.
                 * @typedef {ottla.controller.v1.BrokerHeartbeatAnswer.$Properties} ottla.controller.v1.BrokerHeartbeatAnswer.$Shape
                 */

                /**
                 * Constructs a new BrokerHeartbeatAnswer.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a BrokerHeartbeatAnswer.
                 * @constructor
                 * @param {ottla.controller.v1.BrokerHeartbeatAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const BrokerHeartbeatAnswer = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * BrokerHeartbeatAnswer isCaughtUp.
                 * @member {boolean} isCaughtUp
                 * @memberof ottla.controller.v1.BrokerHeartbeatAnswer
                 * @instance
                 */
                BrokerHeartbeatAnswer.prototype.isCaughtUp = false;

                /**
                 * BrokerHeartbeatAnswer isFenced.
                 * @member {boolean} isFenced
                 * @memberof ottla.controller.v1.BrokerHeartbeatAnswer
                 * @instance
                 */
                BrokerHeartbeatAnswer.prototype.isFenced = false;

                /**
                 * BrokerHeartbeatAnswer shouldShutDown.
                 * @member {boolean} shouldShutDown
                 * @memberof ottla.controller.v1.BrokerHeartbeatAnswer
                 * @instance
                 */
                BrokerHeartbeatAnswer.prototype.shouldShutDown = false;

                /**
                 * Creates a new BrokerHeartbeatAnswer instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.BrokerHeartbeatAnswer
                 * @static
                 * @param {ottla.controller.v1.BrokerHeartbeatAnswer.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.BrokerHeartbeatAnswer} BrokerHeartbeatAnswer instance
                 * @type {{
                 *   (properties: ottla.controller.v1.BrokerHeartbeatAnswer.$Shape): ottla.controller.v1.BrokerHeartbeatAnswer & ottla.controller.v1.BrokerHeartbeatAnswer.$Shape;
                 *   (properties?: ottla.controller.v1.BrokerHeartbeatAnswer.$Properties): ottla.controller.v1.BrokerHeartbeatAnswer;
                 * }}
                 */
                BrokerHeartbeatAnswer.create = function(properties) {
                    return new BrokerHeartbeatAnswer(properties);
                };

                /**
                 * Encodes the specified BrokerHeartbeatAnswer message. Does not implicitly {@link ottla.controller.v1.BrokerHeartbeatAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.BrokerHeartbeatAnswer
                 * @static
                 * @param {ottla.controller.v1.BrokerHeartbeatAnswer.$Properties} message BrokerHeartbeatAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                BrokerHeartbeatAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.isCaughtUp != null && $Object.hasOwnProperty.call(message, "isCaughtUp") && message.isCaughtUp !== false)
                        writer.uint32(/* id 1, wireType 0 =*/8).bool(message.isCaughtUp);
                    if (message.isFenced != null && $Object.hasOwnProperty.call(message, "isFenced") && message.isFenced !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.isFenced);
                    if (message.shouldShutDown != null && $Object.hasOwnProperty.call(message, "shouldShutDown") && message.shouldShutDown !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.shouldShutDown);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a BrokerHeartbeatAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.BrokerHeartbeatAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.BrokerHeartbeatAnswer & ottla.controller.v1.BrokerHeartbeatAnswer.$Shape} BrokerHeartbeatAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                BrokerHeartbeatAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.BrokerHeartbeatAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.isCaughtUp = value;
                                else
                                    delete message.isCaughtUp;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.isFenced = value;
                                else
                                    delete message.isFenced;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.shouldShutDown = value;
                                else
                                    delete message.shouldShutDown;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return BrokerHeartbeatAnswer;
            })();

            v1.MetadataFetch = (function() {

                /**
                 * Properties of a MetadataFetch.
                 * @typedef {Object} ottla.controller.v1.MetadataFetch.$Properties
                 * @property {number|null} [offset] MetadataFetch offset
                 * @property {number|null} [maxBytes] MetadataFetch maxBytes
                 * @property {number|null} [maxWaitMs] MetadataFetch maxWaitMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MetadataFetch.
                 * @memberof ottla.controller.v1
                 * @interface IMetadataFetch
                 * @augments ottla.controller.v1.MetadataFetch.$Properties
                 * @deprecated Use ottla.controller.v1.MetadataFetch.$Properties instead.
                 */

                /**
                 * Shape of a MetadataFetch.
                 * @typedef {ottla.controller.v1.MetadataFetch.$Properties} ottla.controller.v1.MetadataFetch.$Shape
                 */

                /**
                 * Constructs a new MetadataFetch.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a MetadataFetch.
                 * @constructor
                 * @param {ottla.controller.v1.MetadataFetch.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MetadataFetch = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MetadataFetch offset.
                 * @member {number} offset
                 * @memberof ottla.controller.v1.MetadataFetch
                 * @instance
                 */
                MetadataFetch.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * MetadataFetch maxBytes.
                 * @member {number} maxBytes
                 * @memberof ottla.controller.v1.MetadataFetch
                 * @instance
                 */
                MetadataFetch.prototype.maxBytes = 0;

                /**
                 * MetadataFetch maxWaitMs.
                 * @member {number} maxWaitMs
                 * @memberof ottla.controller.v1.MetadataFetch
                 * @instance
                 */
                MetadataFetch.prototype.maxWaitMs = 0;

                /**
                 * Creates a new MetadataFetch instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.MetadataFetch
                 * @static
                 * @param {ottla.controller.v1.MetadataFetch.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.MetadataFetch} MetadataFetch instance
                 * @type {{
                 *   (properties: ottla.controller.v1.MetadataFetch.$Shape): ottla.controller.v1.MetadataFetch & ottla.controller.v1.MetadataFetch.$Shape;
                 *   (properties?: ottla.controller.v1.MetadataFetch.$Properties): ottla.controller.v1.MetadataFetch;
                 * }}
                 */
                MetadataFetch.create = function(properties) {
                    return new MetadataFetch(properties);
                };

                /**
                 * Encodes the specified MetadataFetch message. Does not implicitly {@link ottla.controller.v1.MetadataFetch.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.MetadataFetch
                 * @static
                 * @param {ottla.controller.v1.MetadataFetch.$Properties} message MetadataFetch message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MetadataFetch.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).int64(message.offset);
                    if (message.maxBytes != null && $Object.hasOwnProperty.call(message, "maxBytes") && message.maxBytes !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.maxBytes);
                    if (message.maxWaitMs != null && $Object.hasOwnProperty.call(message, "maxWaitMs") && message.maxWaitMs !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.maxWaitMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MetadataFetch message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.MetadataFetch
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.MetadataFetch & ottla.controller.v1.MetadataFetch.$Shape} MetadataFetch
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MetadataFetch.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.MetadataFetch();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.offset = value;
                                else
                                    delete message.offset;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.maxBytes = value;
                                else
                                    delete message.maxBytes;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.maxWaitMs = value;
                                else
                                    delete message.maxWaitMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return MetadataFetch;
            })();

            v1.SnapshotPlace = (function() {

                /**
                 * Properties of a SnapshotPlace.
                 * @typedef {Object} ottla.controller.v1.SnapshotPlace.$Properties
                 * @property {number|null} [endOffset] SnapshotPlace endOffset
                 * @property {number|null} [epoch] SnapshotPlace epoch
                 * @property {number|null} [sizeBytes] SnapshotPlace sizeBytes
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotPlace.
                 * @memberof ottla.controller.v1
                 * @interface ISnapshotPlace
                 * @augments ottla.controller.v1.SnapshotPlace.$Properties
                 * @deprecated Use ottla.controller.v1.SnapshotPlace.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotPlace.
                 * @typedef {ottla.controller.v1.SnapshotPlace.$Properties} ottla.controller.v1.SnapshotPlace.$Shape
                 */

                /**
                 * Constructs a new SnapshotPlace.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a SnapshotPlace.
                 * @constructor
                 * @param {ottla.controller.v1.SnapshotPlace.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotPlace = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SnapshotPlace endOffset.
                 * @member {number} endOffset
                 * @memberof ottla.controller.v1.SnapshotPlace
                 * @instance
                 */
                SnapshotPlace.prototype.endOffset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * SnapshotPlace epoch.
                 * @member {number} epoch
                 * @memberof ottla.controller.v1.SnapshotPlace
                 * @instance
                 */
                SnapshotPlace.prototype.epoch = 0;

                /**
                 * SnapshotPlace sizeBytes.
                 * @member {number} sizeBytes
                 * @memberof ottla.controller.v1.SnapshotPlace
                 * @instance
                 */
                SnapshotPlace.prototype.sizeBytes = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Creates a new SnapshotPlace instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.SnapshotPlace
                 * @static
                 * @param {ottla.controller.v1.SnapshotPlace.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.SnapshotPlace} SnapshotPlace instance
                 * @type {{
                 *   (properties: ottla.controller.v1.SnapshotPlace.$Shape): ottla.controller.v1.SnapshotPlace & ottla.controller.v1.SnapshotPlace.$Shape;
                 *   (properties?: ottla.controller.v1.SnapshotPlace.$Properties): ottla.controller.v1.SnapshotPlace;
                 * }}
                 */
                SnapshotPlace.create = function(properties) {
                    return new SnapshotPlace(properties);
                };

                /**
                 * Encodes the specified SnapshotPlace message. Does not implicitly {@link ottla.controller.v1.SnapshotPlace.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.SnapshotPlace
                 * @static
                 * @param {ottla.controller.v1.SnapshotPlace.$Properties} message SnapshotPlace message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotPlace.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.endOffset != null && $Object.hasOwnProperty.call(message, "endOffset") && (typeof message.endOffset === "object" ? message.endOffset.low || message.endOffset.high : message.endOffset !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).int64(message.endOffset);
                    if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.epoch);
                    if (message.sizeBytes != null && $Object.hasOwnProperty.call(message, "sizeBytes") && (typeof message.sizeBytes === "object" ? message.sizeBytes.low || message.sizeBytes.high : message.sizeBytes !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.sizeBytes);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotPlace message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.SnapshotPlace
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.SnapshotPlace & ottla.controller.v1.SnapshotPlace.$Shape} SnapshotPlace
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotPlace.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.SnapshotPlace();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.endOffset = value;
                                else
                                    delete message.endOffset;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.epoch = value;
                                else
                                    delete message.epoch;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.sizeBytes = value;
                                else
                                    delete message.sizeBytes;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SnapshotPlace;
            })();

            v1.ControllerAddress = (function() {

                /**
                 * Properties of a ControllerAddress.
                 * @typedef {Object} ottla.controller.v1.ControllerAddress.$Properties
                 * @property {string|null} [host] ControllerAddress host
                 * @property {number|null} [port] ControllerAddress port
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ControllerAddress.
                 * @memberof ottla.controller.v1
                 * @interface IControllerAddress
                 * @augments ottla.controller.v1.ControllerAddress.$Properties
                 * @deprecated Use ottla.controller.v1.ControllerAddress.$Properties instead.
                 */

                /**
                 * Shape of a ControllerAddress.
                 * @typedef {ottla.controller.v1.ControllerAddress.$Properties} ottla.controller.v1.ControllerAddress.$Shape
                 */

                /**
                 * Constructs a new ControllerAddress.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a ControllerAddress.
                 * @constructor
                 * @param {ottla.controller.v1.ControllerAddress.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ControllerAddress = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ControllerAddress host.
                 * @member {string} host
                 * @memberof ottla.controller.v1.ControllerAddress
                 * @instance
                 */
                ControllerAddress.prototype.host = "";

                /**
                 * ControllerAddress port.
                 * @member {number} port
                 * @memberof ottla.controller.v1.ControllerAddress
                 * @instance
                 */
                ControllerAddress.prototype.port = 0;

                /**
                 * Creates a new ControllerAddress instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.ControllerAddress
                 * @static
                 * @param {ottla.controller.v1.ControllerAddress.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.ControllerAddress} ControllerAddress instance
                 * @type {{
                 *   (properties: ottla.controller.v1.ControllerAddress.$Shape): ottla.controller.v1.ControllerAddress & ottla.controller.v1.ControllerAddress.$Shape;
                 *   (properties?: ottla.controller.v1.ControllerAddress.$Properties): ottla.controller.v1.ControllerAddress;
                 * }}
                 */
                ControllerAddress.create = function(properties) {
                    return new ControllerAddress(properties);
                };

                /**
                 * Encodes the specified ControllerAddress message. Does not implicitly {@link ottla.controller.v1.ControllerAddress.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.ControllerAddress
                 * @static
                 * @param {ottla.controller.v1.ControllerAddress.$Properties} message ControllerAddress message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ControllerAddress.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.host != null && $Object.hasOwnProperty.call(message, "host") && message.host !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.host);
                    if (message.port != null && $Object.hasOwnProperty.call(message, "port") && message.port !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.port);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ControllerAddress message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.ControllerAddress
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.ControllerAddress & ottla.controller.v1.ControllerAddress.$Shape} ControllerAddress
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ControllerAddress.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.ControllerAddress();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.host = value;
                                else
                                    delete message.host;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.port = value;
                                else
                                    delete message.port;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ControllerAddress;
            })();

            v1.MetadataFetched = (function() {

                /**
                 * Properties of a MetadataFetched.
                 * @typedef {Object} ottla.controller.v1.MetadataFetched.$Properties
                 * @property {Uint8Array|null} [records] MetadataFetched records
                 * @property {number|null} [highWatermark] MetadataFetched highWatermark
                 * @property {number|null} [leaderId] MetadataFetched leaderId
                 * @property {number|null} [leaderEpoch] MetadataFetched leaderEpoch
                 * @property {ottla.controller.v1.SnapshotPlace.$Properties|null} [snapshot] MetadataFetched snapshot
                 * @property {Array.<ottla.controller.v1.ControllerAddress.$Properties>|null} [voters] MetadataFetched voters
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MetadataFetched.
                 * @memberof ottla.controller.v1
                 * @interface IMetadataFetched
                 * @augments ottla.controller.v1.MetadataFetched.$Properties
                 * @deprecated Use ottla.controller.v1.MetadataFetched.$Properties instead.
                 */

                /**
                 * Shape of a MetadataFetched.
                 * @typedef {ottla.controller.v1.MetadataFetched.$Properties} ottla.controller.v1.MetadataFetched.$Shape
                 */

                /**
                 * Constructs a new MetadataFetched.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a MetadataFetched.
                 * @constructor
                 * @param {ottla.controller.v1.MetadataFetched.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MetadataFetched = function (properties) {
                    this.voters = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MetadataFetched records.
                 * @member {Uint8Array} records
                 * @memberof ottla.controller.v1.MetadataFetched
                 * @instance
                 */
                MetadataFetched.prototype.records = $util.newBuffer([]);

                /**
                 * MetadataFetched highWatermark.
                 * @member {number} highWatermark
                 * @memberof ottla.controller.v1.MetadataFetched
                 * @instance
                 */
                MetadataFetched.prototype.highWatermark = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * MetadataFetched leaderId.
                 * @member {number} leaderId
                 * @memberof ottla.controller.v1.MetadataFetched
                 * @instance
                 */
                MetadataFetched.prototype.leaderId = 0;

                /**
                 * MetadataFetched leaderEpoch.
                 * @member {number} leaderEpoch
                 * @memberof ottla.controller.v1.MetadataFetched
                 * @instance
                 */
                MetadataFetched.prototype.leaderEpoch = 0;

                /**
                 * MetadataFetched snapshot.
                 * @member {ottla.controller.v1.SnapshotPlace.$Properties|null|undefined} snapshot
                 * @memberof ottla.controller.v1.MetadataFetched
                 * @instance
                 */
                MetadataFetched.prototype.snapshot = null;

                /**
                 * MetadataFetched voters.
                 * @member {Array.<ottla.controller.v1.ControllerAddress.$Properties>} voters
                 * @memberof ottla.controller.v1.MetadataFetched
                 * @instance
                 */
                MetadataFetched.prototype.voters = $util.emptyArray;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(MetadataFetched.prototype, "_snapshot", {
                    get: $util.oneOfGetter($oneOfFields = ["snapshot"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new MetadataFetched instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.MetadataFetched
                 * @static
                 * @param {ottla.controller.v1.MetadataFetched.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.MetadataFetched} MetadataFetched instance
                 * @type {{
                 *   (properties: ottla.controller.v1.MetadataFetched.$Shape): ottla.controller.v1.MetadataFetched & ottla.controller.v1.MetadataFetched.$Shape;
                 *   (properties?: ottla.controller.v1.MetadataFetched.$Properties): ottla.controller.v1.MetadataFetched;
                 * }}
                 */
                MetadataFetched.create = function(properties) {
                    return new MetadataFetched(properties);
                };

                /**
                 * Encodes the specified MetadataFetched message. Does not implicitly {@link ottla.controller.v1.MetadataFetched.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.MetadataFetched
                 * @static
                 * @param {ottla.controller.v1.MetadataFetched.$Properties} message MetadataFetched message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MetadataFetched.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.records != null && $Object.hasOwnProperty.call(message, "records") && message.records.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.records);
                    if (message.highWatermark != null && $Object.hasOwnProperty.call(message, "highWatermark") && (typeof message.highWatermark === "object" ? message.highWatermark.low || message.highWatermark.high : message.highWatermark !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.highWatermark);
                    if (message.leaderId != null && $Object.hasOwnProperty.call(message, "leaderId") && message.leaderId !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).sint32(message.leaderId);
                    if (message.leaderEpoch != null && $Object.hasOwnProperty.call(message, "leaderEpoch") && message.leaderEpoch !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).int32(message.leaderEpoch);
                    if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                        $root.ottla.controller.v1.SnapshotPlace.encode(message.snapshot, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.voters != null && message.voters.length)
                        for (let i = 0; i < message.voters.length; ++i)
                            $root.ottla.controller.v1.ControllerAddress.encode(message.voters[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MetadataFetched message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.MetadataFetched
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.MetadataFetched & ottla.controller.v1.MetadataFetched.$Shape} MetadataFetched
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MetadataFetched.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.MetadataFetched();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.records = value;
                                else
                                    delete message.records;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.highWatermark = value;
                                else
                                    delete message.highWatermark;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.sint32())
                                    message.leaderId = value;
                                else
                                    delete message.leaderId;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.leaderEpoch = value;
                                else
                                    delete message.leaderEpoch;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.snapshot = $root.ottla.controller.v1.SnapshotPlace.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshot);
                                message._snapshot = "snapshot";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.voters && message.voters.length))
                                    message.voters = [];
                                message.voters.push($root.ottla.controller.v1.ControllerAddress.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return MetadataFetched;
            })();

            v1.SnapshotFetch = (function() {

                /**
                 * Properties of a SnapshotFetch.
                 * @typedef {Object} ottla.controller.v1.SnapshotFetch.$Properties
                 * @property {number|null} [endOffset] SnapshotFetch endOffset
                 * @property {number|null} [epoch] SnapshotFetch epoch
                 * @property {number|null} [position] SnapshotFetch position
                 * @property {number|null} [maxBytes] SnapshotFetch maxBytes
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotFetch.
                 * @memberof ottla.controller.v1
                 * @interface ISnapshotFetch
                 * @augments ottla.controller.v1.SnapshotFetch.$Properties
                 * @deprecated Use ottla.controller.v1.SnapshotFetch.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotFetch.
                 * @typedef {ottla.controller.v1.SnapshotFetch.$Properties} ottla.controller.v1.SnapshotFetch.$Shape
                 */

                /**
                 * Constructs a new SnapshotFetch.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a SnapshotFetch.
                 * @constructor
                 * @param {ottla.controller.v1.SnapshotFetch.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotFetch = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SnapshotFetch endOffset.
                 * @member {number} endOffset
                 * @memberof ottla.controller.v1.SnapshotFetch
                 * @instance
                 */
                SnapshotFetch.prototype.endOffset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * SnapshotFetch epoch.
                 * @member {number} epoch
                 * @memberof ottla.controller.v1.SnapshotFetch
                 * @instance
                 */
                SnapshotFetch.prototype.epoch = 0;

                /**
                 * SnapshotFetch position.
                 * @member {number} position
                 * @memberof ottla.controller.v1.SnapshotFetch
                 * @instance
                 */
                SnapshotFetch.prototype.position = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * SnapshotFetch maxBytes.
                 * @member {number} maxBytes
                 * @memberof ottla.controller.v1.SnapshotFetch
                 * @instance
                 */
                SnapshotFetch.prototype.maxBytes = 0;

                /**
                 * Creates a new SnapshotFetch instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.SnapshotFetch
                 * @static
                 * @param {ottla.controller.v1.SnapshotFetch.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.SnapshotFetch} SnapshotFetch instance
                 * @type {{
                 *   (properties: ottla.controller.v1.SnapshotFetch.$Shape): ottla.controller.v1.SnapshotFetch & ottla.controller.v1.SnapshotFetch.$Shape;
                 *   (properties?: ottla.controller.v1.SnapshotFetch.$Properties): ottla.controller.v1.SnapshotFetch;
                 * }}
                 */
                SnapshotFetch.create = function(properties) {
                    return new SnapshotFetch(properties);
                };

                /**
                 * Encodes the specified SnapshotFetch message. Does not implicitly {@link ottla.controller.v1.SnapshotFetch.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.SnapshotFetch
                 * @static
                 * @param {ottla.controller.v1.SnapshotFetch.$Properties} message SnapshotFetch message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotFetch.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.endOffset != null && $Object.hasOwnProperty.call(message, "endOffset") && (typeof message.endOffset === "object" ? message.endOffset.low || message.endOffset.high : message.endOffset !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).int64(message.endOffset);
                    if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.epoch);
                    if (message.position != null && $Object.hasOwnProperty.call(message, "position") && (typeof message.position === "object" ? message.position.low || message.position.high : message.position !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.position);
                    if (message.maxBytes != null && $Object.hasOwnProperty.call(message, "maxBytes") && message.maxBytes !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.maxBytes);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotFetch message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.SnapshotFetch
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.SnapshotFetch & ottla.controller.v1.SnapshotFetch.$Shape} SnapshotFetch
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotFetch.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.SnapshotFetch();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.endOffset = value;
                                else
                                    delete message.endOffset;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.epoch = value;
                                else
                                    delete message.epoch;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.position = value;
                                else
                                    delete message.position;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.maxBytes = value;
                                else
                                    delete message.maxBytes;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SnapshotFetch;
            })();

            v1.SnapshotFetched = (function() {

                /**
                 * Properties of a SnapshotFetched.
                 * @typedef {Object} ottla.controller.v1.SnapshotFetched.$Properties
                 * @property {Uint8Array|null} [bytes] SnapshotFetched bytes
                 * @property {number|null} [sizeBytes] SnapshotFetched sizeBytes
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotFetched.
                 * @memberof ottla.controller.v1
                 * @interface ISnapshotFetched
                 * @augments ottla.controller.v1.SnapshotFetched.$Properties
                 * @deprecated Use ottla.controller.v1.SnapshotFetched.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotFetched.
                 * @typedef {ottla.controller.v1.SnapshotFetched.$Properties} ottla.controller.v1.SnapshotFetched.$Shape
                 */

                /**
                 * Constructs a new SnapshotFetched.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a SnapshotFetched.
                 * @constructor
                 * @param {ottla.controller.v1.SnapshotFetched.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotFetched = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SnapshotFetched bytes.
                 * @member {Uint8Array} bytes
                 * @memberof ottla.controller.v1.SnapshotFetched
                 * @instance
                 */
                SnapshotFetched.prototype.bytes = $util.newBuffer([]);

                /**
                 * SnapshotFetched sizeBytes.
                 * @member {number} sizeBytes
                 * @memberof ottla.controller.v1.SnapshotFetched
                 * @instance
                 */
                SnapshotFetched.prototype.sizeBytes = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Creates a new SnapshotFetched instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.SnapshotFetched
                 * @static
                 * @param {ottla.controller.v1.SnapshotFetched.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.SnapshotFetched} SnapshotFetched instance
                 * @type {{
                 *   (properties: ottla.controller.v1.SnapshotFetched.$Shape): ottla.controller.v1.SnapshotFetched & ottla.controller.v1.SnapshotFetched.$Shape;
                 *   (properties?: ottla.controller.v1.SnapshotFetched.$Properties): ottla.controller.v1.SnapshotFetched;
                 * }}
                 */
                SnapshotFetched.create = function(properties) {
                    return new SnapshotFetched(properties);
                };

                /**
                 * Encodes the specified SnapshotFetched message. Does not implicitly {@link ottla.controller.v1.SnapshotFetched.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.SnapshotFetched
                 * @static
                 * @param {ottla.controller.v1.SnapshotFetched.$Properties} message SnapshotFetched message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotFetched.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && message.bytes.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.bytes);
                    if (message.sizeBytes != null && $Object.hasOwnProperty.call(message, "sizeBytes") && (typeof message.sizeBytes === "object" ? message.sizeBytes.low || message.sizeBytes.high : message.sizeBytes !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.sizeBytes);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotFetched message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.SnapshotFetched
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.SnapshotFetched & ottla.controller.v1.SnapshotFetched.$Shape} SnapshotFetched
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotFetched.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.SnapshotFetched();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.bytes = value;
                                else
                                    delete message.bytes;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.sizeBytes = value;
                                else
                                    delete message.sizeBytes;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SnapshotFetched;
            })();

            v1.ProducerIdsBlockRequest = (function() {

                /**
                 * Properties of a ProducerIdsBlockRequest.
                 * @typedef {Object} ottla.controller.v1.ProducerIdsBlockRequest.$Properties
                 * @property {number|null} [brokerId] ProducerIdsBlockRequest brokerId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ProducerIdsBlockRequest.
                 * @memberof ottla.controller.v1
                 * @interface IProducerIdsBlockRequest
                 * @augments ottla.controller.v1.ProducerIdsBlockRequest.$Properties
                 * @deprecated Use ottla.controller.v1.ProducerIdsBlockRequest.$Properties instead.
                 */

                /**
                 * Shape of a ProducerIdsBlockRequest.
                 * @typedef {ottla.controller.v1.ProducerIdsBlockRequest.$Properties} ottla.controller.v1.ProducerIdsBlockRequest.$Shape
                 */

                /**
                 * Constructs a new ProducerIdsBlockRequest.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a ProducerIdsBlockRequest.
                 * @constructor
                 * @param {ottla.controller.v1.ProducerIdsBlockRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ProducerIdsBlockRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ProducerIdsBlockRequest brokerId.
                 * @member {number} brokerId
                 * @memberof ottla.controller.v1.ProducerIdsBlockRequest
                 * @instance
                 */
                ProducerIdsBlockRequest.prototype.brokerId = 0;

                /**
                 * Creates a new ProducerIdsBlockRequest instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.ProducerIdsBlockRequest
                 * @static
                 * @param {ottla.controller.v1.ProducerIdsBlockRequest.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.ProducerIdsBlockRequest} ProducerIdsBlockRequest instance
                 * @type {{
                 *   (properties: ottla.controller.v1.ProducerIdsBlockRequest.$Shape): ottla.controller.v1.ProducerIdsBlockRequest & ottla.controller.v1.ProducerIdsBlockRequest.$Shape;
                 *   (properties?: ottla.controller.v1.ProducerIdsBlockRequest.$Properties): ottla.controller.v1.ProducerIdsBlockRequest;
                 * }}
                 */
                ProducerIdsBlockRequest.create = function(properties) {
                    return new ProducerIdsBlockRequest(properties);
                };

                /**
                 * Encodes the specified ProducerIdsBlockRequest message. Does not implicitly {@link ottla.controller.v1.ProducerIdsBlockRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.ProducerIdsBlockRequest
                 * @static
                 * @param {ottla.controller.v1.ProducerIdsBlockRequest.$Properties} message ProducerIdsBlockRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ProducerIdsBlockRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.brokerId != null && $Object.hasOwnProperty.call(message, "brokerId") && message.brokerId !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.brokerId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ProducerIdsBlockRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.ProducerIdsBlockRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.ProducerIdsBlockRequest & ottla.controller.v1.ProducerIdsBlockRequest.$Shape} ProducerIdsBlockRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ProducerIdsBlockRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.ProducerIdsBlockRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.brokerId = value;
                                else
                                    delete message.brokerId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ProducerIdsBlockRequest;
            })();

            v1.ProducerIdsBlock = (function() {

                /**
                 * Properties of a ProducerIdsBlock.
                 * @typedef {Object} ottla.controller.v1.ProducerIdsBlock.$Properties
                 * @property {number|null} [firstProducerId] ProducerIdsBlock firstProducerId
                 * @property {number|null} [count] ProducerIdsBlock count
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ProducerIdsBlock.
                 * @memberof ottla.controller.v1
                 * @interface IProducerIdsBlock
                 * @augments ottla.controller.v1.ProducerIdsBlock.$Properties
                 * @deprecated Use ottla.controller.v1.ProducerIdsBlock.$Properties instead.
                 */

                /**
                 * Shape of a ProducerIdsBlock.
                 * @typedef {ottla.controller.v1.ProducerIdsBlock.$Properties} ottla.controller.v1.ProducerIdsBlock.$Shape
                 */

                /**
                 * Constructs a new ProducerIdsBlock.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a ProducerIdsBlock.
                 * @constructor
                 * @param {ottla.controller.v1.ProducerIdsBlock.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ProducerIdsBlock = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ProducerIdsBlock firstProducerId.
                 * @member {number} firstProducerId
                 * @memberof ottla.controller.v1.ProducerIdsBlock
                 * @instance
                 */
                ProducerIdsBlock.prototype.firstProducerId = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * ProducerIdsBlock count.
                 * @member {number} count
                 * @memberof ottla.controller.v1.ProducerIdsBlock
                 * @instance
                 */
                ProducerIdsBlock.prototype.count = 0;

                /**
                 * Creates a new ProducerIdsBlock instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.ProducerIdsBlock
                 * @static
                 * @param {ottla.controller.v1.ProducerIdsBlock.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.ProducerIdsBlock} ProducerIdsBlock instance
                 * @type {{
                 *   (properties: ottla.controller.v1.ProducerIdsBlock.$Shape): ottla.controller.v1.ProducerIdsBlock & ottla.controller.v1.ProducerIdsBlock.$Shape;
                 *   (properties?: ottla.controller.v1.ProducerIdsBlock.$Properties): ottla.controller.v1.ProducerIdsBlock;
                 * }}
                 */
                ProducerIdsBlock.create = function(properties) {
                    return new ProducerIdsBlock(properties);
                };

                /**
                 * Encodes the specified ProducerIdsBlock message. Does not implicitly {@link ottla.controller.v1.ProducerIdsBlock.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.ProducerIdsBlock
                 * @static
                 * @param {ottla.controller.v1.ProducerIdsBlock.$Properties} message ProducerIdsBlock message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ProducerIdsBlock.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.firstProducerId != null && $Object.hasOwnProperty.call(message, "firstProducerId") && (typeof message.firstProducerId === "object" ? message.firstProducerId.low || message.firstProducerId.high : message.firstProducerId !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).int64(message.firstProducerId);
                    if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.count);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ProducerIdsBlock message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.ProducerIdsBlock
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.ProducerIdsBlock & ottla.controller.v1.ProducerIdsBlock.$Shape} ProducerIdsBlock
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ProducerIdsBlock.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.ProducerIdsBlock();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.firstProducerId = value;
                                else
                                    delete message.firstProducerId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.count = value;
                                else
                                    delete message.count;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ProducerIdsBlock;
            })();

            v1.LeaderEpochBump = (function() {

                /**
                 * Properties of a LeaderEpochBump.
                 * @typedef {Object} ottla.controller.v1.LeaderEpochBump.$Properties
                 * @property {number|null} [brokerId] LeaderEpochBump brokerId
                 * @property {number|null} [brokerEpoch] LeaderEpochBump brokerEpoch
                 * @property {string|null} [topicId] LeaderEpochBump topicId
                 * @property {number|null} [partition] LeaderEpochBump partition
                 * @property {number|null} [leaderEpoch] LeaderEpochBump leaderEpoch
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LeaderEpochBump.
                 * @memberof ottla.controller.v1
                 * @interface ILeaderEpochBump
                 * @augments ottla.controller.v1.LeaderEpochBump.$Properties
                 * @deprecated Use ottla.controller.v1.LeaderEpochBump.$Properties instead.
                 */

                /**
                 * Shape of a LeaderEpochBump.
                 * @typedef {ottla.controller.v1.LeaderEpochBump.$Properties} ottla.controller.v1.LeaderEpochBump.$Shape
                 */

                /**
                 * Constructs a new LeaderEpochBump.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a LeaderEpochBump.
                 * @constructor
                 * @param {ottla.controller.v1.LeaderEpochBump.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LeaderEpochBump = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LeaderEpochBump brokerId.
                 * @member {number} brokerId
                 * @memberof ottla.controller.v1.LeaderEpochBump
                 * @instance
                 */
                LeaderEpochBump.prototype.brokerId = 0;

                /**
                 * LeaderEpochBump brokerEpoch.
                 * @member {number} brokerEpoch
                 * @memberof ottla.controller.v1.LeaderEpochBump
                 * @instance
                 */
                LeaderEpochBump.prototype.brokerEpoch = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * LeaderEpochBump topicId.
                 * @member {string} topicId
                 * @memberof ottla.controller.v1.LeaderEpochBump
                 * @instance
                 */
                LeaderEpochBump.prototype.topicId = "";

                /**
                 * LeaderEpochBump partition.
                 * @member {number} partition
                 * @memberof ottla.controller.v1.LeaderEpochBump
                 * @instance
                 */
                LeaderEpochBump.prototype.partition = 0;

                /**
                 * LeaderEpochBump leaderEpoch.
                 * @member {number} leaderEpoch
                 * @memberof ottla.controller.v1.LeaderEpochBump
                 * @instance
                 */
                LeaderEpochBump.prototype.leaderEpoch = 0;

                /**
                 * Creates a new LeaderEpochBump instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.LeaderEpochBump
                 * @static
                 * @param {ottla.controller.v1.LeaderEpochBump.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.LeaderEpochBump} LeaderEpochBump instance
                 * @type {{
                 *   (properties: ottla.controller.v1.LeaderEpochBump.$Shape): ottla.controller.v1.LeaderEpochBump & ottla.controller.v1.LeaderEpochBump.$Shape;
                 *   (properties?: ottla.controller.v1.LeaderEpochBump.$Properties): ottla.controller.v1.LeaderEpochBump;
                 * }}
                 */
                LeaderEpochBump.create = function(properties) {
                    return new LeaderEpochBump(properties);
                };

                /**
                 * Encodes the specified LeaderEpochBump message. Does not implicitly {@link ottla.controller.v1.LeaderEpochBump.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.LeaderEpochBump
                 * @static
                 * @param {ottla.controller.v1.LeaderEpochBump.$Properties} message LeaderEpochBump message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LeaderEpochBump.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.brokerId != null && $Object.hasOwnProperty.call(message, "brokerId") && message.brokerId !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.brokerId);
                    if (message.brokerEpoch != null && $Object.hasOwnProperty.call(message, "brokerEpoch") && (typeof message.brokerEpoch === "object" ? message.brokerEpoch.low || message.brokerEpoch.high : message.brokerEpoch !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.brokerEpoch);
                    if (message.topicId != null && $Object.hasOwnProperty.call(message, "topicId") && message.topicId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.topicId);
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).int32(message.partition);
                    if (message.leaderEpoch != null && $Object.hasOwnProperty.call(message, "leaderEpoch") && message.leaderEpoch !== 0)
                        writer.uint32(/* id 5, wireType 0 =*/40).int32(message.leaderEpoch);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LeaderEpochBump message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.LeaderEpochBump
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.LeaderEpochBump & ottla.controller.v1.LeaderEpochBump.$Shape} LeaderEpochBump
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LeaderEpochBump.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.LeaderEpochBump();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.brokerId = value;
                                else
                                    delete message.brokerId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.brokerEpoch = value;
                                else
                                    delete message.brokerEpoch;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.topicId = value;
                                else
                                    delete message.topicId;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.partition = value;
                                else
                                    delete message.partition;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.leaderEpoch = value;
                                else
                                    delete message.leaderEpoch;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return LeaderEpochBump;
            })();

            v1.LeaderEpochBumped = (function() {

                /**
                 * Properties of a LeaderEpochBumped.
                 * @typedef {Object} ottla.controller.v1.LeaderEpochBumped.$Properties
                 * @property {number|null} [leaderEpoch] LeaderEpochBumped leaderEpoch
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LeaderEpochBumped.
                 * @memberof ottla.controller.v1
                 * @interface ILeaderEpochBumped
                 * @augments ottla.controller.v1.LeaderEpochBumped.$Properties
                 * @deprecated Use ottla.controller.v1.LeaderEpochBumped.$Properties instead.
                 */

                /**
                 * Shape of a LeaderEpochBumped.
                 * @typedef {ottla.controller.v1.LeaderEpochBumped.$Properties} ottla.controller.v1.LeaderEpochBumped.$Shape
                 */

                /**
                 * Constructs a new LeaderEpochBumped.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a LeaderEpochBumped.
                 * @constructor
                 * @param {ottla.controller.v1.LeaderEpochBumped.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LeaderEpochBumped = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LeaderEpochBumped leaderEpoch.
                 * @member {number} leaderEpoch
                 * @memberof ottla.controller.v1.LeaderEpochBumped
                 * @instance
                 */
                LeaderEpochBumped.prototype.leaderEpoch = 0;

                /**
                 * Creates a new LeaderEpochBumped instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.LeaderEpochBumped
                 * @static
                 * @param {ottla.controller.v1.LeaderEpochBumped.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.LeaderEpochBumped} LeaderEpochBumped instance
                 * @type {{
                 *   (properties: ottla.controller.v1.LeaderEpochBumped.$Shape): ottla.controller.v1.LeaderEpochBumped & ottla.controller.v1.LeaderEpochBumped.$Shape;
                 *   (properties?: ottla.controller.v1.LeaderEpochBumped.$Properties): ottla.controller.v1.LeaderEpochBumped;
                 * }}
                 */
                LeaderEpochBumped.create = function(properties) {
                    return new LeaderEpochBumped(properties);
                };

                /**
                 * Encodes the specified LeaderEpochBumped message. Does not implicitly {@link ottla.controller.v1.LeaderEpochBumped.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.LeaderEpochBumped
                 * @static
                 * @param {ottla.controller.v1.LeaderEpochBumped.$Properties} message LeaderEpochBumped message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LeaderEpochBumped.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.leaderEpoch != null && $Object.hasOwnProperty.call(message, "leaderEpoch") && message.leaderEpoch !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.leaderEpoch);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LeaderEpochBumped message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.LeaderEpochBumped
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.LeaderEpochBumped & ottla.controller.v1.LeaderEpochBumped.$Shape} LeaderEpochBumped
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LeaderEpochBumped.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.LeaderEpochBumped();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.leaderEpoch = value;
                                else
                                    delete message.leaderEpoch;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return LeaderEpochBumped;
            })();

            v1.InSyncReplica = (function() {

                /**
                 * Properties of an InSyncReplica.
                 * @typedef {Object} ottla.controller.v1.InSyncReplica.$Properties
                 * @property {number|null} [brokerId] InSyncReplica brokerId
                 * @property {number|null} [brokerEpoch] InSyncReplica brokerEpoch
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an InSyncReplica.
                 * @memberof ottla.controller.v1
                 * @interface IInSyncReplica
                 * @augments ottla.controller.v1.InSyncReplica.$Properties
                 * @deprecated Use ottla.controller.v1.InSyncReplica.$Properties instead.
                 */

                /**
                 * Shape of an InSyncReplica.
                 * @typedef {ottla.controller.v1.InSyncReplica.$Properties} ottla.controller.v1.InSyncReplica.$Shape
                 */

                /**
                 * Constructs a new InSyncReplica.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents an InSyncReplica.
                 * @constructor
                 * @param {ottla.controller.v1.InSyncReplica.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const InSyncReplica = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * InSyncReplica brokerId.
                 * @member {number} brokerId
                 * @memberof ottla.controller.v1.InSyncReplica
                 * @instance
                 */
                InSyncReplica.prototype.brokerId = 0;

                /**
                 * InSyncReplica brokerEpoch.
                 * @member {number} brokerEpoch
                 * @memberof ottla.controller.v1.InSyncReplica
                 * @instance
                 */
                InSyncReplica.prototype.brokerEpoch = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Creates a new InSyncReplica instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.InSyncReplica
                 * @static
                 * @param {ottla.controller.v1.InSyncReplica.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.InSyncReplica} InSyncReplica instance
                 * @type {{
                 *   (properties: ottla.controller.v1.InSyncReplica.$Shape): ottla.controller.v1.InSyncReplica & ottla.controller.v1.InSyncReplica.$Shape;
                 *   (properties?: ottla.controller.v1.InSyncReplica.$Properties): ottla.controller.v1.InSyncReplica;
                 * }}
                 */
                InSyncReplica.create = function(properties) {
                    return new InSyncReplica(properties);
                };

                /**
                 * Encodes the specified InSyncReplica message. Does not implicitly {@link ottla.controller.v1.InSyncReplica.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.InSyncReplica
                 * @static
                 * @param {ottla.controller.v1.InSyncReplica.$Properties} message InSyncReplica message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                InSyncReplica.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.brokerId != null && $Object.hasOwnProperty.call(message, "brokerId") && message.brokerId !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.brokerId);
                    if (message.brokerEpoch != null && $Object.hasOwnProperty.call(message, "brokerEpoch") && (typeof message.brokerEpoch === "object" ? message.brokerEpoch.low || message.brokerEpoch.high : message.brokerEpoch !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.brokerEpoch);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an InSyncReplica message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.InSyncReplica
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.InSyncReplica & ottla.controller.v1.InSyncReplica.$Shape} InSyncReplica
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                InSyncReplica.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.InSyncReplica();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.brokerId = value;
                                else
                                    delete message.brokerId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.brokerEpoch = value;
                                else
                                    delete message.brokerEpoch;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return InSyncReplica;
            })();

            v1.PartitionAlteration = (function() {

                /**
                 * Properties of a PartitionAlteration.
                 * @typedef {Object} ottla.controller.v1.PartitionAlteration.$Properties
                 * @property {string|null} [topicId] PartitionAlteration topicId
                 * @property {number|null} [partition] PartitionAlteration partition
                 * @property {number|null} [leaderEpoch] PartitionAlteration leaderEpoch
                 * @property {number|null} [partitionEpoch] PartitionAlteration partitionEpoch
                 * @property {Array.<ottla.controller.v1.InSyncReplica.$Properties>|null} [newIsr] PartitionAlteration newIsr
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a PartitionAlteration.
                 * @memberof ottla.controller.v1
                 * @interface IPartitionAlteration
                 * @augments ottla.controller.v1.PartitionAlteration.$Properties
                 * @deprecated Use ottla.controller.v1.PartitionAlteration.$Properties instead.
                 */

                /**
                 * Shape of a PartitionAlteration.
                 * @typedef {ottla.controller.v1.PartitionAlteration.$Properties} ottla.controller.v1.PartitionAlteration.$Shape
                 */

                /**
                 * Constructs a new PartitionAlteration.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a PartitionAlteration.
                 * @constructor
                 * @param {ottla.controller.v1.PartitionAlteration.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const PartitionAlteration = function (properties) {
                    this.newIsr = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * PartitionAlteration topicId.
                 * @member {string} topicId
                 * @memberof ottla.controller.v1.PartitionAlteration
                 * @instance
                 */
                PartitionAlteration.prototype.topicId = "";

                /**
                 * PartitionAlteration partition.
                 * @member {number} partition
                 * @memberof ottla.controller.v1.PartitionAlteration
                 * @instance
                 */
                PartitionAlteration.prototype.partition = 0;

                /**
                 * PartitionAlteration leaderEpoch.
                 * @member {number} leaderEpoch
                 * @memberof ottla.controller.v1.PartitionAlteration
                 * @instance
                 */
                PartitionAlteration.prototype.leaderEpoch = 0;

                /**
                 * PartitionAlteration partitionEpoch.
                 * @member {number} partitionEpoch
                 * @memberof ottla.controller.v1.PartitionAlteration
                 * @instance
                 */
                PartitionAlteration.prototype.partitionEpoch = 0;

                /**
                 * PartitionAlteration newIsr.
                 * @member {Array.<ottla.controller.v1.InSyncReplica.$Properties>} newIsr
                 * @memberof ottla.controller.v1.PartitionAlteration
                 * @instance
                 */
                PartitionAlteration.prototype.newIsr = $util.emptyArray;

                /**
                 * Creates a new PartitionAlteration instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.PartitionAlteration
                 * @static
                 * @param {ottla.controller.v1.PartitionAlteration.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.PartitionAlteration} PartitionAlteration instance
                 * @type {{
                 *   (properties: ottla.controller.v1.PartitionAlteration.$Shape): ottla.controller.v1.PartitionAlteration & ottla.controller.v1.PartitionAlteration.$Shape;
                 *   (properties?: ottla.controller.v1.PartitionAlteration.$Properties): ottla.controller.v1.PartitionAlteration;
                 * }}
                 */
                PartitionAlteration.create = function(properties) {
                    return new PartitionAlteration(properties);
                };

                /**
                 * Encodes the specified PartitionAlteration message. Does not implicitly {@link ottla.controller.v1.PartitionAlteration.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.PartitionAlteration
                 * @static
                 * @param {ottla.controller.v1.PartitionAlteration.$Properties} message PartitionAlteration message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                PartitionAlteration.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.topicId != null && $Object.hasOwnProperty.call(message, "topicId") && message.topicId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.topicId);
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.partition);
                    if (message.leaderEpoch != null && $Object.hasOwnProperty.call(message, "leaderEpoch") && message.leaderEpoch !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.leaderEpoch);
                    if (message.partitionEpoch != null && $Object.hasOwnProperty.call(message, "partitionEpoch") && message.partitionEpoch !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).int32(message.partitionEpoch);
                    if (message.newIsr != null && message.newIsr.length)
                        for (let i = 0; i < message.newIsr.length; ++i)
                            $root.ottla.controller.v1.InSyncReplica.encode(message.newIsr[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a PartitionAlteration message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.PartitionAlteration
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.PartitionAlteration & ottla.controller.v1.PartitionAlteration.$Shape} PartitionAlteration
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                PartitionAlteration.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.PartitionAlteration();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.topicId = value;
                                else
                                    delete message.topicId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.partition = value;
                                else
                                    delete message.partition;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.leaderEpoch = value;
                                else
                                    delete message.leaderEpoch;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.partitionEpoch = value;
                                else
                                    delete message.partitionEpoch;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.newIsr && message.newIsr.length))
                                    message.newIsr = [];
                                message.newIsr.push($root.ottla.controller.v1.InSyncReplica.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return PartitionAlteration;
            })();

            v1.PartitionsAlteration = (function() {

                /**
                 * Properties of a PartitionsAlteration.
                 * @typedef {Object} ottla.controller.v1.PartitionsAlteration.$Properties
                 * @property {number|null} [brokerId] PartitionsAlteration brokerId
                 * @property {number|null} [brokerEpoch] PartitionsAlteration brokerEpoch
                 * @property {Array.<ottla.controller.v1.PartitionAlteration.$Properties>|null} [partitions] PartitionsAlteration partitions
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a PartitionsAlteration.
                 * @memberof ottla.controller.v1
                 * @interface IPartitionsAlteration
                 * @augments ottla.controller.v1.PartitionsAlteration.$Properties
                 * @deprecated Use ottla.controller.v1.PartitionsAlteration.$Properties instead.
                 */

                /**
                 * Shape of a PartitionsAlteration.
                 * @typedef {ottla.controller.v1.PartitionsAlteration.$Properties} ottla.controller.v1.PartitionsAlteration.$Shape
                 */

                /**
                 * Constructs a new PartitionsAlteration.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a PartitionsAlteration.
                 * @constructor
                 * @param {ottla.controller.v1.PartitionsAlteration.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const PartitionsAlteration = function (properties) {
                    this.partitions = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * PartitionsAlteration brokerId.
                 * @member {number} brokerId
                 * @memberof ottla.controller.v1.PartitionsAlteration
                 * @instance
                 */
                PartitionsAlteration.prototype.brokerId = 0;

                /**
                 * PartitionsAlteration brokerEpoch.
                 * @member {number} brokerEpoch
                 * @memberof ottla.controller.v1.PartitionsAlteration
                 * @instance
                 */
                PartitionsAlteration.prototype.brokerEpoch = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * PartitionsAlteration partitions.
                 * @member {Array.<ottla.controller.v1.PartitionAlteration.$Properties>} partitions
                 * @memberof ottla.controller.v1.PartitionsAlteration
                 * @instance
                 */
                PartitionsAlteration.prototype.partitions = $util.emptyArray;

                /**
                 * Creates a new PartitionsAlteration instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.PartitionsAlteration
                 * @static
                 * @param {ottla.controller.v1.PartitionsAlteration.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.PartitionsAlteration} PartitionsAlteration instance
                 * @type {{
                 *   (properties: ottla.controller.v1.PartitionsAlteration.$Shape): ottla.controller.v1.PartitionsAlteration & ottla.controller.v1.PartitionsAlteration.$Shape;
                 *   (properties?: ottla.controller.v1.PartitionsAlteration.$Properties): ottla.controller.v1.PartitionsAlteration;
                 * }}
                 */
                PartitionsAlteration.create = function(properties) {
                    return new PartitionsAlteration(properties);
                };

                /**
                 * Encodes the specified PartitionsAlteration message. Does not implicitly {@link ottla.controller.v1.PartitionsAlteration.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.PartitionsAlteration
                 * @static
                 * @param {ottla.controller.v1.PartitionsAlteration.$Properties} message PartitionsAlteration message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                PartitionsAlteration.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.brokerId != null && $Object.hasOwnProperty.call(message, "brokerId") && message.brokerId !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.brokerId);
                    if (message.brokerEpoch != null && $Object.hasOwnProperty.call(message, "brokerEpoch") && (typeof message.brokerEpoch === "object" ? message.brokerEpoch.low || message.brokerEpoch.high : message.brokerEpoch !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.brokerEpoch);
                    if (message.partitions != null && message.partitions.length)
                        for (let i = 0; i < message.partitions.length; ++i)
                            $root.ottla.controller.v1.PartitionAlteration.encode(message.partitions[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a PartitionsAlteration message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.PartitionsAlteration
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.PartitionsAlteration & ottla.controller.v1.PartitionsAlteration.$Shape} PartitionsAlteration
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                PartitionsAlteration.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.PartitionsAlteration();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.brokerId = value;
                                else
                                    delete message.brokerId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.brokerEpoch = value;
                                else
                                    delete message.brokerEpoch;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.partitions && message.partitions.length))
                                    message.partitions = [];
                                message.partitions.push($root.ottla.controller.v1.PartitionAlteration.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return PartitionsAlteration;
            })();

            v1.PartitionAltered = (function() {

                /**
                 * Properties of a PartitionAltered.
                 * @typedef {Object} ottla.controller.v1.PartitionAltered.$Properties
                 * @property {string|null} [topicId] PartitionAltered topicId
                 * @property {number|null} [partition] PartitionAltered partition
                 * @property {number|null} [errorCode] PartitionAltered errorCode
                 * @property {number|null} [leaderEpoch] PartitionAltered leaderEpoch
                 * @property {number|null} [partitionEpoch] PartitionAltered partitionEpoch
                 * @property {Array.<number>|null} [isr] PartitionAltered isr
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a PartitionAltered.
                 * @memberof ottla.controller.v1
                 * @interface IPartitionAltered
                 * @augments ottla.controller.v1.PartitionAltered.$Properties
                 * @deprecated Use ottla.controller.v1.PartitionAltered.$Properties instead.
                 */

                /**
                 * Shape of a PartitionAltered.
                 * @typedef {ottla.controller.v1.PartitionAltered.$Properties} ottla.controller.v1.PartitionAltered.$Shape
                 */

                /**
                 * Constructs a new PartitionAltered.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a PartitionAltered.
                 * @constructor
                 * @param {ottla.controller.v1.PartitionAltered.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const PartitionAltered = function (properties) {
                    this.isr = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * PartitionAltered topicId.
                 * @member {string} topicId
                 * @memberof ottla.controller.v1.PartitionAltered
                 * @instance
                 */
                PartitionAltered.prototype.topicId = "";

                /**
                 * PartitionAltered partition.
                 * @member {number} partition
                 * @memberof ottla.controller.v1.PartitionAltered
                 * @instance
                 */
                PartitionAltered.prototype.partition = 0;

                /**
                 * PartitionAltered errorCode.
                 * @member {number} errorCode
                 * @memberof ottla.controller.v1.PartitionAltered
                 * @instance
                 */
                PartitionAltered.prototype.errorCode = 0;

                /**
                 * PartitionAltered leaderEpoch.
                 * @member {number} leaderEpoch
                 * @memberof ottla.controller.v1.PartitionAltered
                 * @instance
                 */
                PartitionAltered.prototype.leaderEpoch = 0;

                /**
                 * PartitionAltered partitionEpoch.
                 * @member {number} partitionEpoch
                 * @memberof ottla.controller.v1.PartitionAltered
                 * @instance
                 */
                PartitionAltered.prototype.partitionEpoch = 0;

                /**
                 * PartitionAltered isr.
                 * @member {Array.<number>} isr
                 * @memberof ottla.controller.v1.PartitionAltered
                 * @instance
                 */
                PartitionAltered.prototype.isr = $util.emptyArray;

                /**
                 * Creates a new PartitionAltered instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.PartitionAltered
                 * @static
                 * @param {ottla.controller.v1.PartitionAltered.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.PartitionAltered} PartitionAltered instance
                 * @type {{
                 *   (properties: ottla.controller.v1.PartitionAltered.$Shape): ottla.controller.v1.PartitionAltered & ottla.controller.v1.PartitionAltered.$Shape;
                 *   (properties?: ottla.controller.v1.PartitionAltered.$Properties): ottla.controller.v1.PartitionAltered;
                 * }}
                 */
                PartitionAltered.create = function(properties) {
                    return new PartitionAltered(properties);
                };

                /**
                 * Encodes the specified PartitionAltered message. Does not implicitly {@link ottla.controller.v1.PartitionAltered.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.PartitionAltered
                 * @static
                 * @param {ottla.controller.v1.PartitionAltered.$Properties} message PartitionAltered message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                PartitionAltered.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.topicId != null && $Object.hasOwnProperty.call(message, "topicId") && message.topicId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.topicId);
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.partition);
                    if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.errorCode);
                    if (message.leaderEpoch != null && $Object.hasOwnProperty.call(message, "leaderEpoch") && message.leaderEpoch !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).sint32(message.leaderEpoch);
                    if (message.partitionEpoch != null && $Object.hasOwnProperty.call(message, "partitionEpoch") && message.partitionEpoch !== 0)
                        writer.uint32(/* id 5, wireType 0 =*/40).sint32(message.partitionEpoch);
                    if (message.isr != null && message.isr.length)
                        writer.uint32(/* id 6, wireType 2 =*/50).int32s(message.isr);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a PartitionAltered message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.PartitionAltered
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.PartitionAltered & ottla.controller.v1.PartitionAltered.$Shape} PartitionAltered
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                PartitionAltered.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.PartitionAltered();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.topicId = value;
                                else
                                    delete message.topicId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.partition = value;
                                else
                                    delete message.partition;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.errorCode = value;
                                else
                                    delete message.errorCode;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.sint32())
                                    message.leaderEpoch = value;
                                else
                                    delete message.leaderEpoch;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.sint32())
                                    message.partitionEpoch = value;
                                else
                                    delete message.partitionEpoch;
                                continue;
                            }
                        case 6: {
                                if (wireType === 2) {
                                    if (!(message.isr && message.isr.length))
                                        message.isr = [];
                                    reader.int32s(message.isr);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.isr && message.isr.length))
                                    message.isr = [];
                                message.isr.push(reader.int32());
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return PartitionAltered;
            })();

            v1.PartitionsAltered = (function() {

                /**
                 * Properties of a PartitionsAltered.
                 * @typedef {Object} ottla.controller.v1.PartitionsAltered.$Properties
                 * @property {Array.<ottla.controller.v1.PartitionAltered.$Properties>|null} [partitions] PartitionsAltered partitions
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a PartitionsAltered.
                 * @memberof ottla.controller.v1
                 * @interface IPartitionsAltered
                 * @augments ottla.controller.v1.PartitionsAltered.$Properties
                 * @deprecated Use ottla.controller.v1.PartitionsAltered.$Properties instead.
                 */

                /**
                 * Shape of a PartitionsAltered.
                 * @typedef {ottla.controller.v1.PartitionsAltered.$Properties} ottla.controller.v1.PartitionsAltered.$Shape
                 */

                /**
                 * Constructs a new PartitionsAltered.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a PartitionsAltered.
                 * @constructor
                 * @param {ottla.controller.v1.PartitionsAltered.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const PartitionsAltered = function (properties) {
                    this.partitions = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * PartitionsAltered partitions.
                 * @member {Array.<ottla.controller.v1.PartitionAltered.$Properties>} partitions
                 * @memberof ottla.controller.v1.PartitionsAltered
                 * @instance
                 */
                PartitionsAltered.prototype.partitions = $util.emptyArray;

                /**
                 * Creates a new PartitionsAltered instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.PartitionsAltered
                 * @static
                 * @param {ottla.controller.v1.PartitionsAltered.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.PartitionsAltered} PartitionsAltered instance
                 * @type {{
                 *   (properties: ottla.controller.v1.PartitionsAltered.$Shape): ottla.controller.v1.PartitionsAltered & ottla.controller.v1.PartitionsAltered.$Shape;
                 *   (properties?: ottla.controller.v1.PartitionsAltered.$Properties): ottla.controller.v1.PartitionsAltered;
                 * }}
                 */
                PartitionsAltered.create = function(properties) {
                    return new PartitionsAltered(properties);
                };

                /**
                 * Encodes the specified PartitionsAltered message. Does not implicitly {@link ottla.controller.v1.PartitionsAltered.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.PartitionsAltered
                 * @static
                 * @param {ottla.controller.v1.PartitionsAltered.$Properties} message PartitionsAltered message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                PartitionsAltered.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.partitions != null && message.partitions.length)
                        for (let i = 0; i < message.partitions.length; ++i)
                            $root.ottla.controller.v1.PartitionAltered.encode(message.partitions[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a PartitionsAltered message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.PartitionsAltered
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.PartitionsAltered & ottla.controller.v1.PartitionsAltered.$Shape} PartitionsAltered
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                PartitionsAltered.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.PartitionsAltered();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.partitions && message.partitions.length))
                                    message.partitions = [];
                                message.partitions.push($root.ottla.controller.v1.PartitionAltered.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return PartitionsAltered;
            })();

            v1.LeaderOfQuorum = (function() {

                /**
                 * Properties of a LeaderOfQuorum.
                 * @typedef {Object} ottla.controller.v1.LeaderOfQuorum.$Properties
                 * @property {number|null} [nodeId] LeaderOfQuorum nodeId
                 * @property {number|null} [leaderId] LeaderOfQuorum leaderId
                 * @property {number|null} [leaderEpoch] LeaderOfQuorum leaderEpoch
                 * @property {boolean|null} [isActive] LeaderOfQuorum isActive
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LeaderOfQuorum.
                 * @memberof ottla.controller.v1
                 * @interface ILeaderOfQuorum
                 * @augments ottla.controller.v1.LeaderOfQuorum.$Properties
                 * @deprecated Use ottla.controller.v1.LeaderOfQuorum.$Properties instead.
                 */

                /**
                 * Shape of a LeaderOfQuorum.
                 * @typedef {ottla.controller.v1.LeaderOfQuorum.$Properties} ottla.controller.v1.LeaderOfQuorum.$Shape
                 */

                /**
                 * Constructs a new LeaderOfQuorum.
                 * @memberof ottla.controller.v1
                 * @classdesc Represents a LeaderOfQuorum.
                 * @constructor
                 * @param {ottla.controller.v1.LeaderOfQuorum.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LeaderOfQuorum = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LeaderOfQuorum nodeId.
                 * @member {number} nodeId
                 * @memberof ottla.controller.v1.LeaderOfQuorum
                 * @instance
                 */
                LeaderOfQuorum.prototype.nodeId = 0;

                /**
                 * LeaderOfQuorum leaderId.
                 * @member {number} leaderId
                 * @memberof ottla.controller.v1.LeaderOfQuorum
                 * @instance
                 */
                LeaderOfQuorum.prototype.leaderId = 0;

                /**
                 * LeaderOfQuorum leaderEpoch.
                 * @member {number} leaderEpoch
                 * @memberof ottla.controller.v1.LeaderOfQuorum
                 * @instance
                 */
                LeaderOfQuorum.prototype.leaderEpoch = 0;

                /**
                 * LeaderOfQuorum isActive.
                 * @member {boolean} isActive
                 * @memberof ottla.controller.v1.LeaderOfQuorum
                 * @instance
                 */
                LeaderOfQuorum.prototype.isActive = false;

                /**
                 * Creates a new LeaderOfQuorum instance using the specified properties.
                 * @function create
                 * @memberof ottla.controller.v1.LeaderOfQuorum
                 * @static
                 * @param {ottla.controller.v1.LeaderOfQuorum.$Properties=} [properties] Properties to set
                 * @returns {ottla.controller.v1.LeaderOfQuorum} LeaderOfQuorum instance
                 * @type {{
                 *   (properties: ottla.controller.v1.LeaderOfQuorum.$Shape): ottla.controller.v1.LeaderOfQuorum & ottla.controller.v1.LeaderOfQuorum.$Shape;
                 *   (properties?: ottla.controller.v1.LeaderOfQuorum.$Properties): ottla.controller.v1.LeaderOfQuorum;
                 * }}
                 */
                LeaderOfQuorum.create = function(properties) {
                    return new LeaderOfQuorum(properties);
                };

                /**
                 * Encodes the specified LeaderOfQuorum message. Does not implicitly {@link ottla.controller.v1.LeaderOfQuorum.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.controller.v1.LeaderOfQuorum
                 * @static
                 * @param {ottla.controller.v1.LeaderOfQuorum.$Properties} message LeaderOfQuorum message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LeaderOfQuorum.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.nodeId);
                    if (message.leaderId != null && $Object.hasOwnProperty.call(message, "leaderId") && message.leaderId !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).sint32(message.leaderId);
                    if (message.leaderEpoch != null && $Object.hasOwnProperty.call(message, "leaderEpoch") && message.leaderEpoch !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).sint32(message.leaderEpoch);
                    if (message.isActive != null && $Object.hasOwnProperty.call(message, "isActive") && message.isActive !== false)
                        writer.uint32(/* id 4, wireType 0 =*/32).bool(message.isActive);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LeaderOfQuorum message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.controller.v1.LeaderOfQuorum
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.controller.v1.LeaderOfQuorum & ottla.controller.v1.LeaderOfQuorum.$Shape} LeaderOfQuorum
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LeaderOfQuorum.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.controller.v1.LeaderOfQuorum();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.nodeId = value;
                                else
                                    delete message.nodeId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.sint32())
                                    message.leaderId = value;
                                else
                                    delete message.leaderId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.sint32())
                                    message.leaderEpoch = value;
                                else
                                    delete message.leaderEpoch;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.isActive = value;
                                else
                                    delete message.isActive;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return LeaderOfQuorum;
            })();

            return v1;
        })();

        return controller;
    })();

    ottla.envelope = (function() {

        /**
         * Namespace envelope.
         * @memberof ottla
         * @namespace
         */
        const envelope = {};

        envelope.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof ottla.envelope
             * @namespace
             */
            const v1 = {};

            v1.Envelope = (function() {

                /**
                 * Properties of an Envelope.
                 * @typedef {Object} ottla.envelope.v1.Envelope.$Properties
                 * @property {number|null} [apiKey] Envelope apiKey
                 * @property {number|null} [apiVersion] Envelope apiVersion
                 * @property {string|null} [clientId] Envelope clientId
                 * @property {string|null} [principal] Envelope principal
                 * @property {string|null} [clientAddress] Envelope clientAddress
                 * @property {string|null} [listenerName] Envelope listenerName
                 * @property {Uint8Array|null} [body] Envelope body
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Envelope.
                 * @memberof ottla.envelope.v1
                 * @interface IEnvelope
                 * @augments ottla.envelope.v1.Envelope.$Properties
                 * @deprecated Use ottla.envelope.v1.Envelope.$Properties instead.
                 */

                /**
                 * Shape of an Envelope.
                 * @typedef {ottla.envelope.v1.Envelope.$Properties} ottla.envelope.v1.Envelope.$Shape
                 */

                /**
                 * Constructs a new Envelope.
                 * @memberof ottla.envelope.v1
                 * @classdesc Represents an Envelope.
                 * @constructor
                 * @param {ottla.envelope.v1.Envelope.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Envelope = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Envelope apiKey.
                 * @member {number} apiKey
                 * @memberof ottla.envelope.v1.Envelope
                 * @instance
                 */
                Envelope.prototype.apiKey = 0;

                /**
                 * Envelope apiVersion.
                 * @member {number} apiVersion
                 * @memberof ottla.envelope.v1.Envelope
                 * @instance
                 */
                Envelope.prototype.apiVersion = 0;

                /**
                 * Envelope clientId.
                 * @member {string|null|undefined} clientId
                 * @memberof ottla.envelope.v1.Envelope
                 * @instance
                 */
                Envelope.prototype.clientId = null;

                /**
                 * Envelope principal.
                 * @member {string} principal
                 * @memberof ottla.envelope.v1.Envelope
                 * @instance
                 */
                Envelope.prototype.principal = "";

                /**
                 * Envelope clientAddress.
                 * @member {string} clientAddress
                 * @memberof ottla.envelope.v1.Envelope
                 * @instance
                 */
                Envelope.prototype.clientAddress = "";

                /**
                 * Envelope listenerName.
                 * @member {string} listenerName
                 * @memberof ottla.envelope.v1.Envelope
                 * @instance
                 */
                Envelope.prototype.listenerName = "";

                /**
                 * Envelope body.
                 * @member {Uint8Array} body
                 * @memberof ottla.envelope.v1.Envelope
                 * @instance
                 */
                Envelope.prototype.body = $util.newBuffer([]);

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Envelope.prototype, "_clientId", {
                    get: $util.oneOfGetter($oneOfFields = ["clientId"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new Envelope instance using the specified properties.
                 * @function create
                 * @memberof ottla.envelope.v1.Envelope
                 * @static
                 * @param {ottla.envelope.v1.Envelope.$Properties=} [properties] Properties to set
                 * @returns {ottla.envelope.v1.Envelope} Envelope instance
                 * @type {{
                 *   (properties: ottla.envelope.v1.Envelope.$Shape): ottla.envelope.v1.Envelope & ottla.envelope.v1.Envelope.$Shape;
                 *   (properties?: ottla.envelope.v1.Envelope.$Properties): ottla.envelope.v1.Envelope;
                 * }}
                 */
                Envelope.create = function(properties) {
                    return new Envelope(properties);
                };

                /**
                 * Encodes the specified Envelope message. Does not implicitly {@link ottla.envelope.v1.Envelope.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.envelope.v1.Envelope
                 * @static
                 * @param {ottla.envelope.v1.Envelope.$Properties} message Envelope message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Envelope.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.apiKey != null && $Object.hasOwnProperty.call(message, "apiKey") && message.apiKey !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.apiKey);
                    if (message.apiVersion != null && $Object.hasOwnProperty.call(message, "apiVersion") && message.apiVersion !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.apiVersion);
                    if (message.clientId != null && $Object.hasOwnProperty.call(message, "clientId"))
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.clientId);
                    if (message.principal != null && $Object.hasOwnProperty.call(message, "principal") && message.principal !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.principal);
                    if (message.clientAddress != null && $Object.hasOwnProperty.call(message, "clientAddress") && message.clientAddress !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.clientAddress);
                    if (message.listenerName != null && $Object.hasOwnProperty.call(message, "listenerName") && message.listenerName !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.listenerName);
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                        writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.body);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Envelope message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.envelope.v1.Envelope
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.envelope.v1.Envelope & ottla.envelope.v1.Envelope.$Shape} Envelope
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Envelope.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.envelope.v1.Envelope();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.apiKey = value;
                                else
                                    delete message.apiKey;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.apiVersion = value;
                                else
                                    delete message.apiVersion;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.clientId = reader.stringVerify();
                                message._clientId = "clientId";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.principal = value;
                                else
                                    delete message.principal;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientAddress = value;
                                else
                                    delete message.clientAddress;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.listenerName = value;
                                else
                                    delete message.listenerName;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.body = value;
                                else
                                    delete message.body;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Envelope;
            })();

            v1.EnvelopeAnswer = (function() {

                /**
                 * Properties of an EnvelopeAnswer.
                 * @typedef {Object} ottla.envelope.v1.EnvelopeAnswer.$Properties
                 * @property {Uint8Array|null} [body] EnvelopeAnswer body
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an EnvelopeAnswer.
                 * @memberof ottla.envelope.v1
                 * @interface IEnvelopeAnswer
                 * @augments ottla.envelope.v1.EnvelopeAnswer.$Properties
                 * @deprecated Use ottla.envelope.v1.EnvelopeAnswer.$Properties instead.
                 */

                /**
                 * Shape of an EnvelopeAnswer.
                 * @typedef {ottla.envelope.v1.EnvelopeAnswer.$Properties} ottla.envelope.v1.EnvelopeAnswer.$Shape
                 */

                /**
                 * Constructs a new EnvelopeAnswer.
                 * @memberof ottla.envelope.v1
                 * @classdesc Represents an EnvelopeAnswer.
                 * @constructor
                 * @param {ottla.envelope.v1.EnvelopeAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const EnvelopeAnswer = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * EnvelopeAnswer body.
                 * @member {Uint8Array} body
                 * @memberof ottla.envelope.v1.EnvelopeAnswer
                 * @instance
                 */
                EnvelopeAnswer.prototype.body = $util.newBuffer([]);

                /**
                 * Creates a new EnvelopeAnswer instance using the specified properties.
                 * @function create
                 * @memberof ottla.envelope.v1.EnvelopeAnswer
                 * @static
                 * @param {ottla.envelope.v1.EnvelopeAnswer.$Properties=} [properties] Properties to set
                 * @returns {ottla.envelope.v1.EnvelopeAnswer} EnvelopeAnswer instance
                 * @type {{
                 *   (properties: ottla.envelope.v1.EnvelopeAnswer.$Shape): ottla.envelope.v1.EnvelopeAnswer & ottla.envelope.v1.EnvelopeAnswer.$Shape;
                 *   (properties?: ottla.envelope.v1.EnvelopeAnswer.$Properties): ottla.envelope.v1.EnvelopeAnswer;
                 * }}
                 */
                EnvelopeAnswer.create = function(properties) {
                    return new EnvelopeAnswer(properties);
                };

                /**
                 * Encodes the specified EnvelopeAnswer message. Does not implicitly {@link ottla.envelope.v1.EnvelopeAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.envelope.v1.EnvelopeAnswer
                 * @static
                 * @param {ottla.envelope.v1.EnvelopeAnswer.$Properties} message EnvelopeAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                EnvelopeAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.body);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an EnvelopeAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.envelope.v1.EnvelopeAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.envelope.v1.EnvelopeAnswer & ottla.envelope.v1.EnvelopeAnswer.$Shape} EnvelopeAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                EnvelopeAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.envelope.v1.EnvelopeAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.body = value;
                                else
                                    delete message.body;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return EnvelopeAnswer;
            })();

            v1.Nothing = (function() {

                /**
                 * Properties of a Nothing.
                 * @typedef {Object} ottla.envelope.v1.Nothing.$Properties
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Nothing.
                 * @memberof ottla.envelope.v1
                 * @interface INothing
                 * @augments ottla.envelope.v1.Nothing.$Properties
                 * @deprecated Use ottla.envelope.v1.Nothing.$Properties instead.
                 */

                /**
                 * Shape of a Nothing.
                 * @typedef {ottla.envelope.v1.Nothing.$Properties} ottla.envelope.v1.Nothing.$Shape
                 */

                /**
                 * Constructs a new Nothing.
                 * @memberof ottla.envelope.v1
                 * @classdesc Represents a Nothing.
                 * @constructor
                 * @param {ottla.envelope.v1.Nothing.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Nothing = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Creates a new Nothing instance using the specified properties.
                 * @function create
                 * @memberof ottla.envelope.v1.Nothing
                 * @static
                 * @param {ottla.envelope.v1.Nothing.$Properties=} [properties] Properties to set
                 * @returns {ottla.envelope.v1.Nothing} Nothing instance
                 * @type {{
                 *   (properties: ottla.envelope.v1.Nothing.$Shape): ottla.envelope.v1.Nothing & ottla.envelope.v1.Nothing.$Shape;
                 *   (properties?: ottla.envelope.v1.Nothing.$Properties): ottla.envelope.v1.Nothing;
                 * }}
                 */
                Nothing.create = function(properties) {
                    return new Nothing(properties);
                };

                /**
                 * Encodes the specified Nothing message. Does not implicitly {@link ottla.envelope.v1.Nothing.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.envelope.v1.Nothing
                 * @static
                 * @param {ottla.envelope.v1.Nothing.$Properties} message Nothing message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Nothing.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Nothing message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.envelope.v1.Nothing
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.envelope.v1.Nothing & ottla.envelope.v1.Nothing.$Shape} Nothing
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Nothing.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.envelope.v1.Nothing();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Nothing;
            })();

            return v1;
        })();

        return envelope;
    })();

    ottla.coordinator = (function() {

        /**
         * Namespace coordinator.
         * @memberof ottla
         * @namespace
         */
        const coordinator = {};

        coordinator.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof ottla.coordinator
             * @namespace
             */
            const v1 = {};

            v1.Coordinator = (function() {

                /**
                 * Constructs a new Coordinator service.
                 * @memberof ottla.coordinator.v1
                 * @classdesc Represents a Coordinator
                 * @extends $protobuf.rpc.Service
                 * @constructor
                 * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
                 * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
                 * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
                 */
                const Coordinator = function(rpcImpl, requestDelimited, responseDelimited) {
                    $protobuf.rpc.Service.call(this, rpcImpl, requestDelimited, responseDelimited);
                };

                $Object.defineProperty(Coordinator.prototype = $Object.create($protobuf.rpc.Service.prototype), "constructor", { value: Coordinator, writable: true, enumerable: false, configurable: true });

                /**
                 * Creates new Coordinator service using the specified rpc implementation.
                 * @function create
                 * @memberof ottla.coordinator.v1.Coordinator
                 * @static
                 * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
                 * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
                 * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
                 * @returns {Coordinator} RPC service. Useful where requests and/or responses are streamed.
                 */
                Coordinator.create = function(rpcImpl, requestDelimited, responseDelimited) {
                    return new this(rpcImpl, requestDelimited, responseDelimited);
                };

                /**
                 * Callback as used by {@link ottla.coordinator.v1.Coordinator#grant}.
                 * @memberof ottla.coordinator.v1.Coordinator
                 * @typedef GrantCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.envelope.v1.Nothing} [response] Nothing
                 */

                /**
                 * Calls Grant.
                 * @memberof ottla.coordinator.v1.Coordinator
                 * @typedef Grant
                 * @type {{
                 *   (request: ottla.coordinator.v1.IShardGrant, callback: ottla.coordinator.v1.Coordinator.GrantCallback): void;
                 *   (request: ottla.coordinator.v1.IShardGrant): Promise<ottla.envelope.v1.Nothing>;
                 *   readonly name: "Grant";
                 *   readonly path: "/ottla.coordinator.v1.Coordinator/Grant";
                 *   readonly requestType: "ShardGrant";
                 *   readonly responseType: "ottla.envelope.v1.Nothing";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls Grant.
                 * @name ottla.coordinator.v1.Coordinator#grant
                 * @type {ottla.coordinator.v1.Coordinator.Grant}
                 */
                $Object.defineProperties(Coordinator.prototype.grant = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Coordinator.prototype.grant, $root.ottla.coordinator.v1.ShardGrant, $root.ottla.envelope.v1.Nothing, request, callback);
                }, {
                    name: { value: "Grant" },
                    path: { value: "/ottla.coordinator.v1.Coordinator/Grant" },
                    requestType: { value: "ShardGrant" },
                    responseType: { value: "ottla.envelope.v1.Nothing" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.coordinator.v1.Coordinator#standBy}.
                 * @memberof ottla.coordinator.v1.Coordinator
                 * @typedef StandByCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.envelope.v1.Nothing} [response] Nothing
                 */

                /**
                 * Calls StandBy.
                 * @memberof ottla.coordinator.v1.Coordinator
                 * @typedef StandBy
                 * @type {{
                 *   (request: ottla.coordinator.v1.IShardGrant, callback: ottla.coordinator.v1.Coordinator.StandByCallback): void;
                 *   (request: ottla.coordinator.v1.IShardGrant): Promise<ottla.envelope.v1.Nothing>;
                 *   readonly name: "StandBy";
                 *   readonly path: "/ottla.coordinator.v1.Coordinator/StandBy";
                 *   readonly requestType: "ShardGrant";
                 *   readonly responseType: "ottla.envelope.v1.Nothing";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls StandBy.
                 * @name ottla.coordinator.v1.Coordinator#standBy
                 * @type {ottla.coordinator.v1.Coordinator.StandBy}
                 */
                $Object.defineProperties(Coordinator.prototype.standBy = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Coordinator.prototype.standBy, $root.ottla.coordinator.v1.ShardGrant, $root.ottla.envelope.v1.Nothing, request, callback);
                }, {
                    name: { value: "StandBy" },
                    path: { value: "/ottla.coordinator.v1.Coordinator/StandBy" },
                    requestType: { value: "ShardGrant" },
                    responseType: { value: "ottla.envelope.v1.Nothing" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.coordinator.v1.Coordinator#revoke}.
                 * @memberof ottla.coordinator.v1.Coordinator
                 * @typedef RevokeCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.envelope.v1.Nothing} [response] Nothing
                 */

                /**
                 * Calls Revoke.
                 * @memberof ottla.coordinator.v1.Coordinator
                 * @typedef Revoke
                 * @type {{
                 *   (request: ottla.coordinator.v1.IShardId, callback: ottla.coordinator.v1.Coordinator.RevokeCallback): void;
                 *   (request: ottla.coordinator.v1.IShardId): Promise<ottla.envelope.v1.Nothing>;
                 *   readonly name: "Revoke";
                 *   readonly path: "/ottla.coordinator.v1.Coordinator/Revoke";
                 *   readonly requestType: "ShardId";
                 *   readonly responseType: "ottla.envelope.v1.Nothing";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls Revoke.
                 * @name ottla.coordinator.v1.Coordinator#revoke
                 * @type {ottla.coordinator.v1.Coordinator.Revoke}
                 */
                $Object.defineProperties(Coordinator.prototype.revoke = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Coordinator.prototype.revoke, $root.ottla.coordinator.v1.ShardId, $root.ottla.envelope.v1.Nothing, request, callback);
                }, {
                    name: { value: "Revoke" },
                    path: { value: "/ottla.coordinator.v1.Coordinator/Revoke" },
                    requestType: { value: "ShardId" },
                    responseType: { value: "ottla.envelope.v1.Nothing" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.coordinator.v1.Coordinator#progress}.
                 * @memberof ottla.coordinator.v1.Coordinator
                 * @typedef ProgressCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.envelope.v1.Nothing} [response] Nothing
                 */

                /**
                 * Calls Progress.
                 * @memberof ottla.coordinator.v1.Coordinator
                 * @typedef Progress
                 * @type {{
                 *   (request: ottla.coordinator.v1.IShardProgress, callback: ottla.coordinator.v1.Coordinator.ProgressCallback): void;
                 *   (request: ottla.coordinator.v1.IShardProgress): Promise<ottla.envelope.v1.Nothing>;
                 *   readonly name: "Progress";
                 *   readonly path: "/ottla.coordinator.v1.Coordinator/Progress";
                 *   readonly requestType: "ShardProgress";
                 *   readonly responseType: "ottla.envelope.v1.Nothing";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls Progress.
                 * @name ottla.coordinator.v1.Coordinator#progress
                 * @type {ottla.coordinator.v1.Coordinator.Progress}
                 */
                $Object.defineProperties(Coordinator.prototype.progress = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Coordinator.prototype.progress, $root.ottla.coordinator.v1.ShardProgress, $root.ottla.envelope.v1.Nothing, request, callback);
                }, {
                    name: { value: "Progress" },
                    path: { value: "/ottla.coordinator.v1.Coordinator/Progress" },
                    requestType: { value: "ShardProgress" },
                    responseType: { value: "ottla.envelope.v1.Nothing" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.coordinator.v1.Coordinator#forward}.
                 * @memberof ottla.coordinator.v1.Coordinator
                 * @typedef ForwardCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.envelope.v1.EnvelopeAnswer} [response] EnvelopeAnswer
                 */

                /**
                 * Calls Forward.
                 * @memberof ottla.coordinator.v1.Coordinator
                 * @typedef Forward
                 * @type {{
                 *   (request: ottla.coordinator.v1.IShardEnvelope, callback: ottla.coordinator.v1.Coordinator.ForwardCallback): void;
                 *   (request: ottla.coordinator.v1.IShardEnvelope): Promise<ottla.envelope.v1.EnvelopeAnswer>;
                 *   readonly name: "Forward";
                 *   readonly path: "/ottla.coordinator.v1.Coordinator/Forward";
                 *   readonly requestType: "ShardEnvelope";
                 *   readonly responseType: "ottla.envelope.v1.EnvelopeAnswer";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls Forward.
                 * @name ottla.coordinator.v1.Coordinator#forward
                 * @type {ottla.coordinator.v1.Coordinator.Forward}
                 */
                $Object.defineProperties(Coordinator.prototype.forward = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Coordinator.prototype.forward, $root.ottla.coordinator.v1.ShardEnvelope, $root.ottla.envelope.v1.EnvelopeAnswer, request, callback);
                }, {
                    name: { value: "Forward" },
                    path: { value: "/ottla.coordinator.v1.Coordinator/Forward" },
                    requestType: { value: "ShardEnvelope" },
                    responseType: { value: "ottla.envelope.v1.EnvelopeAnswer" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                return Coordinator;
            })();

            v1.ShardHost = (function() {

                /**
                 * Constructs a new ShardHost service.
                 * @memberof ottla.coordinator.v1
                 * @classdesc Represents a ShardHost
                 * @extends $protobuf.rpc.Service
                 * @constructor
                 * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
                 * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
                 * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
                 */
                const ShardHost = function(rpcImpl, requestDelimited, responseDelimited) {
                    $protobuf.rpc.Service.call(this, rpcImpl, requestDelimited, responseDelimited);
                };

                $Object.defineProperty(ShardHost.prototype = $Object.create($protobuf.rpc.Service.prototype), "constructor", { value: ShardHost, writable: true, enumerable: false, configurable: true });

                /**
                 * Creates new ShardHost service using the specified rpc implementation.
                 * @function create
                 * @memberof ottla.coordinator.v1.ShardHost
                 * @static
                 * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
                 * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
                 * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
                 * @returns {ShardHost} RPC service. Useful where requests and/or responses are streamed.
                 */
                ShardHost.create = function(rpcImpl, requestDelimited, responseDelimited) {
                    return new this(rpcImpl, requestDelimited, responseDelimited);
                };

                /**
                 * Callback as used by {@link ottla.coordinator.v1.ShardHost#append}.
                 * @memberof ottla.coordinator.v1.ShardHost
                 * @typedef AppendCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.coordinator.v1.ShardAppended} [response] ShardAppended
                 */

                /**
                 * Calls Append.
                 * @memberof ottla.coordinator.v1.ShardHost
                 * @typedef Append
                 * @type {{
                 *   (request: ottla.coordinator.v1.IShardAppend, callback: ottla.coordinator.v1.ShardHost.AppendCallback): void;
                 *   (request: ottla.coordinator.v1.IShardAppend): Promise<ottla.coordinator.v1.ShardAppended>;
                 *   readonly name: "Append";
                 *   readonly path: "/ottla.coordinator.v1.ShardHost/Append";
                 *   readonly requestType: "ShardAppend";
                 *   readonly responseType: "ShardAppended";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls Append.
                 * @name ottla.coordinator.v1.ShardHost#append
                 * @type {ottla.coordinator.v1.ShardHost.Append}
                 */
                $Object.defineProperties(ShardHost.prototype.append = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, ShardHost.prototype.append, $root.ottla.coordinator.v1.ShardAppend, $root.ottla.coordinator.v1.ShardAppended, request, callback);
                }, {
                    name: { value: "Append" },
                    path: { value: "/ottla.coordinator.v1.ShardHost/Append" },
                    requestType: { value: "ShardAppend" },
                    responseType: { value: "ShardAppended" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.coordinator.v1.ShardHost#read}.
                 * @memberof ottla.coordinator.v1.ShardHost
                 * @typedef ReadCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.coordinator.v1.ShardReadAnswer} [response] ShardReadAnswer
                 */

                /**
                 * Calls Read.
                 * @memberof ottla.coordinator.v1.ShardHost
                 * @typedef Read
                 * @type {{
                 *   (request: ottla.coordinator.v1.IShardRead, callback: ottla.coordinator.v1.ShardHost.ReadCallback): void;
                 *   (request: ottla.coordinator.v1.IShardRead): Promise<ottla.coordinator.v1.ShardReadAnswer>;
                 *   readonly name: "Read";
                 *   readonly path: "/ottla.coordinator.v1.ShardHost/Read";
                 *   readonly requestType: "ShardRead";
                 *   readonly responseType: "ShardReadAnswer";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls Read.
                 * @name ottla.coordinator.v1.ShardHost#read
                 * @type {ottla.coordinator.v1.ShardHost.Read}
                 */
                $Object.defineProperties(ShardHost.prototype.read = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, ShardHost.prototype.read, $root.ottla.coordinator.v1.ShardRead, $root.ottla.coordinator.v1.ShardReadAnswer, request, callback);
                }, {
                    name: { value: "Read" },
                    path: { value: "/ottla.coordinator.v1.ShardHost/Read" },
                    requestType: { value: "ShardRead" },
                    responseType: { value: "ShardReadAnswer" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.coordinator.v1.ShardHost#release}.
                 * @memberof ottla.coordinator.v1.ShardHost
                 * @typedef ReleaseCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.envelope.v1.Nothing} [response] Nothing
                 */

                /**
                 * Calls Release.
                 * @memberof ottla.coordinator.v1.ShardHost
                 * @typedef Release
                 * @type {{
                 *   (request: ottla.coordinator.v1.IShardId, callback: ottla.coordinator.v1.ShardHost.ReleaseCallback): void;
                 *   (request: ottla.coordinator.v1.IShardId): Promise<ottla.envelope.v1.Nothing>;
                 *   readonly name: "Release";
                 *   readonly path: "/ottla.coordinator.v1.ShardHost/Release";
                 *   readonly requestType: "ShardId";
                 *   readonly responseType: "ottla.envelope.v1.Nothing";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls Release.
                 * @name ottla.coordinator.v1.ShardHost#release
                 * @type {ottla.coordinator.v1.ShardHost.Release}
                 */
                $Object.defineProperties(ShardHost.prototype.release = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, ShardHost.prototype.release, $root.ottla.coordinator.v1.ShardId, $root.ottla.envelope.v1.Nothing, request, callback);
                }, {
                    name: { value: "Release" },
                    path: { value: "/ottla.coordinator.v1.ShardHost/Release" },
                    requestType: { value: "ShardId" },
                    responseType: { value: "ottla.envelope.v1.Nothing" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.coordinator.v1.ShardHost#writeTxnMarkers}.
                 * @memberof ottla.coordinator.v1.ShardHost
                 * @typedef WriteTxnMarkersCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.envelope.v1.EnvelopeAnswer} [response] EnvelopeAnswer
                 */

                /**
                 * Calls WriteTxnMarkers.
                 * @memberof ottla.coordinator.v1.ShardHost
                 * @typedef WriteTxnMarkers
                 * @type {{
                 *   (request: ottla.envelope.v1.IEnvelope, callback: ottla.coordinator.v1.ShardHost.WriteTxnMarkersCallback): void;
                 *   (request: ottla.envelope.v1.IEnvelope): Promise<ottla.envelope.v1.EnvelopeAnswer>;
                 *   readonly name: "WriteTxnMarkers";
                 *   readonly path: "/ottla.coordinator.v1.ShardHost/WriteTxnMarkers";
                 *   readonly requestType: "ottla.envelope.v1.Envelope";
                 *   readonly responseType: "ottla.envelope.v1.EnvelopeAnswer";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls WriteTxnMarkers.
                 * @name ottla.coordinator.v1.ShardHost#writeTxnMarkers
                 * @type {ottla.coordinator.v1.ShardHost.WriteTxnMarkers}
                 */
                $Object.defineProperties(ShardHost.prototype.writeTxnMarkers = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, ShardHost.prototype.writeTxnMarkers, $root.ottla.envelope.v1.Envelope, $root.ottla.envelope.v1.EnvelopeAnswer, request, callback);
                }, {
                    name: { value: "WriteTxnMarkers" },
                    path: { value: "/ottla.coordinator.v1.ShardHost/WriteTxnMarkers" },
                    requestType: { value: "ottla.envelope.v1.Envelope" },
                    responseType: { value: "ottla.envelope.v1.EnvelopeAnswer" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                return ShardHost;
            })();

            v1.ShardId = (function() {

                /**
                 * Properties of a ShardId.
                 * @typedef {Object} ottla.coordinator.v1.ShardId.$Properties
                 * @property {string|null} [topic] ShardId topic
                 * @property {number|null} [partition] ShardId partition
                 * @property {number|null} [leaderEpoch] ShardId leaderEpoch
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ShardId.
                 * @memberof ottla.coordinator.v1
                 * @interface IShardId
                 * @augments ottla.coordinator.v1.ShardId.$Properties
                 * @deprecated Use ottla.coordinator.v1.ShardId.$Properties instead.
                 */

                /**
                 * Shape of a ShardId.
                 * @typedef {ottla.coordinator.v1.ShardId.$Properties} ottla.coordinator.v1.ShardId.$Shape
                 */

                /**
                 * Constructs a new ShardId.
                 * @memberof ottla.coordinator.v1
                 * @classdesc Represents a ShardId.
                 * @constructor
                 * @param {ottla.coordinator.v1.ShardId.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ShardId = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ShardId topic.
                 * @member {string} topic
                 * @memberof ottla.coordinator.v1.ShardId
                 * @instance
                 */
                ShardId.prototype.topic = "";

                /**
                 * ShardId partition.
                 * @member {number} partition
                 * @memberof ottla.coordinator.v1.ShardId
                 * @instance
                 */
                ShardId.prototype.partition = 0;

                /**
                 * ShardId leaderEpoch.
                 * @member {number} leaderEpoch
                 * @memberof ottla.coordinator.v1.ShardId
                 * @instance
                 */
                ShardId.prototype.leaderEpoch = 0;

                /**
                 * Creates a new ShardId instance using the specified properties.
                 * @function create
                 * @memberof ottla.coordinator.v1.ShardId
                 * @static
                 * @param {ottla.coordinator.v1.ShardId.$Properties=} [properties] Properties to set
                 * @returns {ottla.coordinator.v1.ShardId} ShardId instance
                 * @type {{
                 *   (properties: ottla.coordinator.v1.ShardId.$Shape): ottla.coordinator.v1.ShardId & ottla.coordinator.v1.ShardId.$Shape;
                 *   (properties?: ottla.coordinator.v1.ShardId.$Properties): ottla.coordinator.v1.ShardId;
                 * }}
                 */
                ShardId.create = function(properties) {
                    return new ShardId(properties);
                };

                /**
                 * Encodes the specified ShardId message. Does not implicitly {@link ottla.coordinator.v1.ShardId.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.coordinator.v1.ShardId
                 * @static
                 * @param {ottla.coordinator.v1.ShardId.$Properties} message ShardId message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ShardId.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.topic != null && $Object.hasOwnProperty.call(message, "topic") && message.topic !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.topic);
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.partition);
                    if (message.leaderEpoch != null && $Object.hasOwnProperty.call(message, "leaderEpoch") && message.leaderEpoch !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.leaderEpoch);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ShardId message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.coordinator.v1.ShardId
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardId & ottla.coordinator.v1.ShardId.$Shape} ShardId
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ShardId.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.coordinator.v1.ShardId();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.topic = value;
                                else
                                    delete message.topic;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.partition = value;
                                else
                                    delete message.partition;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.leaderEpoch = value;
                                else
                                    delete message.leaderEpoch;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ShardId;
            })();

            v1.ShardGrant = (function() {

                /**
                 * Properties of a ShardGrant.
                 * @typedef {Object} ottla.coordinator.v1.ShardGrant.$Properties
                 * @property {string|null} [topic] ShardGrant topic
                 * @property {number|null} [partition] ShardGrant partition
                 * @property {number|null} [leaderEpoch] ShardGrant leaderEpoch
                 * @property {number|null} [logStartOffset] ShardGrant logStartOffset
                 * @property {number|null} [logEndOffset] ShardGrant logEndOffset
                 * @property {number|null} [highWatermark] ShardGrant highWatermark
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ShardGrant.
                 * @memberof ottla.coordinator.v1
                 * @interface IShardGrant
                 * @augments ottla.coordinator.v1.ShardGrant.$Properties
                 * @deprecated Use ottla.coordinator.v1.ShardGrant.$Properties instead.
                 */

                /**
                 * Shape of a ShardGrant.
                 * @typedef {ottla.coordinator.v1.ShardGrant.$Properties} ottla.coordinator.v1.ShardGrant.$Shape
                 */

                /**
                 * Constructs a new ShardGrant.
                 * @memberof ottla.coordinator.v1
                 * @classdesc Represents a ShardGrant.
                 * @constructor
                 * @param {ottla.coordinator.v1.ShardGrant.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ShardGrant = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ShardGrant topic.
                 * @member {string} topic
                 * @memberof ottla.coordinator.v1.ShardGrant
                 * @instance
                 */
                ShardGrant.prototype.topic = "";

                /**
                 * ShardGrant partition.
                 * @member {number} partition
                 * @memberof ottla.coordinator.v1.ShardGrant
                 * @instance
                 */
                ShardGrant.prototype.partition = 0;

                /**
                 * ShardGrant leaderEpoch.
                 * @member {number} leaderEpoch
                 * @memberof ottla.coordinator.v1.ShardGrant
                 * @instance
                 */
                ShardGrant.prototype.leaderEpoch = 0;

                /**
                 * ShardGrant logStartOffset.
                 * @member {number} logStartOffset
                 * @memberof ottla.coordinator.v1.ShardGrant
                 * @instance
                 */
                ShardGrant.prototype.logStartOffset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * ShardGrant logEndOffset.
                 * @member {number} logEndOffset
                 * @memberof ottla.coordinator.v1.ShardGrant
                 * @instance
                 */
                ShardGrant.prototype.logEndOffset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * ShardGrant highWatermark.
                 * @member {number} highWatermark
                 * @memberof ottla.coordinator.v1.ShardGrant
                 * @instance
                 */
                ShardGrant.prototype.highWatermark = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Creates a new ShardGrant instance using the specified properties.
                 * @function create
                 * @memberof ottla.coordinator.v1.ShardGrant
                 * @static
                 * @param {ottla.coordinator.v1.ShardGrant.$Properties=} [properties] Properties to set
                 * @returns {ottla.coordinator.v1.ShardGrant} ShardGrant instance
                 * @type {{
                 *   (properties: ottla.coordinator.v1.ShardGrant.$Shape): ottla.coordinator.v1.ShardGrant & ottla.coordinator.v1.ShardGrant.$Shape;
                 *   (properties?: ottla.coordinator.v1.ShardGrant.$Properties): ottla.coordinator.v1.ShardGrant;
                 * }}
                 */
                ShardGrant.create = function(properties) {
                    return new ShardGrant(properties);
                };

                /**
                 * Encodes the specified ShardGrant message. Does not implicitly {@link ottla.coordinator.v1.ShardGrant.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.coordinator.v1.ShardGrant
                 * @static
                 * @param {ottla.coordinator.v1.ShardGrant.$Properties} message ShardGrant message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ShardGrant.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.topic != null && $Object.hasOwnProperty.call(message, "topic") && message.topic !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.topic);
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.partition);
                    if (message.leaderEpoch != null && $Object.hasOwnProperty.call(message, "leaderEpoch") && message.leaderEpoch !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.leaderEpoch);
                    if (message.logStartOffset != null && $Object.hasOwnProperty.call(message, "logStartOffset") && (typeof message.logStartOffset === "object" ? message.logStartOffset.low || message.logStartOffset.high : message.logStartOffset !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.logStartOffset);
                    if (message.logEndOffset != null && $Object.hasOwnProperty.call(message, "logEndOffset") && (typeof message.logEndOffset === "object" ? message.logEndOffset.low || message.logEndOffset.high : message.logEndOffset !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.logEndOffset);
                    if (message.highWatermark != null && $Object.hasOwnProperty.call(message, "highWatermark") && (typeof message.highWatermark === "object" ? message.highWatermark.low || message.highWatermark.high : message.highWatermark !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.highWatermark);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ShardGrant message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.coordinator.v1.ShardGrant
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardGrant & ottla.coordinator.v1.ShardGrant.$Shape} ShardGrant
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ShardGrant.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.coordinator.v1.ShardGrant();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.topic = value;
                                else
                                    delete message.topic;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.partition = value;
                                else
                                    delete message.partition;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.leaderEpoch = value;
                                else
                                    delete message.leaderEpoch;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.logStartOffset = value;
                                else
                                    delete message.logStartOffset;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.logEndOffset = value;
                                else
                                    delete message.logEndOffset;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.highWatermark = value;
                                else
                                    delete message.highWatermark;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ShardGrant;
            })();

            v1.ShardProgress = (function() {

                /**
                 * Properties of a ShardProgress.
                 * @typedef {Object} ottla.coordinator.v1.ShardProgress.$Properties
                 * @property {string|null} [topic] ShardProgress topic
                 * @property {number|null} [partition] ShardProgress partition
                 * @property {number|null} [leaderEpoch] ShardProgress leaderEpoch
                 * @property {number|null} [highWatermark] ShardProgress highWatermark
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ShardProgress.
                 * @memberof ottla.coordinator.v1
                 * @interface IShardProgress
                 * @augments ottla.coordinator.v1.ShardProgress.$Properties
                 * @deprecated Use ottla.coordinator.v1.ShardProgress.$Properties instead.
                 */

                /**
                 * Shape of a ShardProgress.
                 * @typedef {ottla.coordinator.v1.ShardProgress.$Properties} ottla.coordinator.v1.ShardProgress.$Shape
                 */

                /**
                 * Constructs a new ShardProgress.
                 * @memberof ottla.coordinator.v1
                 * @classdesc Represents a ShardProgress.
                 * @constructor
                 * @param {ottla.coordinator.v1.ShardProgress.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ShardProgress = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ShardProgress topic.
                 * @member {string} topic
                 * @memberof ottla.coordinator.v1.ShardProgress
                 * @instance
                 */
                ShardProgress.prototype.topic = "";

                /**
                 * ShardProgress partition.
                 * @member {number} partition
                 * @memberof ottla.coordinator.v1.ShardProgress
                 * @instance
                 */
                ShardProgress.prototype.partition = 0;

                /**
                 * ShardProgress leaderEpoch.
                 * @member {number} leaderEpoch
                 * @memberof ottla.coordinator.v1.ShardProgress
                 * @instance
                 */
                ShardProgress.prototype.leaderEpoch = 0;

                /**
                 * ShardProgress highWatermark.
                 * @member {number} highWatermark
                 * @memberof ottla.coordinator.v1.ShardProgress
                 * @instance
                 */
                ShardProgress.prototype.highWatermark = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Creates a new ShardProgress instance using the specified properties.
                 * @function create
                 * @memberof ottla.coordinator.v1.ShardProgress
                 * @static
                 * @param {ottla.coordinator.v1.ShardProgress.$Properties=} [properties] Properties to set
                 * @returns {ottla.coordinator.v1.ShardProgress} ShardProgress instance
                 * @type {{
                 *   (properties: ottla.coordinator.v1.ShardProgress.$Shape): ottla.coordinator.v1.ShardProgress & ottla.coordinator.v1.ShardProgress.$Shape;
                 *   (properties?: ottla.coordinator.v1.ShardProgress.$Properties): ottla.coordinator.v1.ShardProgress;
                 * }}
                 */
                ShardProgress.create = function(properties) {
                    return new ShardProgress(properties);
                };

                /**
                 * Encodes the specified ShardProgress message. Does not implicitly {@link ottla.coordinator.v1.ShardProgress.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.coordinator.v1.ShardProgress
                 * @static
                 * @param {ottla.coordinator.v1.ShardProgress.$Properties} message ShardProgress message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ShardProgress.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.topic != null && $Object.hasOwnProperty.call(message, "topic") && message.topic !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.topic);
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.partition);
                    if (message.leaderEpoch != null && $Object.hasOwnProperty.call(message, "leaderEpoch") && message.leaderEpoch !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.leaderEpoch);
                    if (message.highWatermark != null && $Object.hasOwnProperty.call(message, "highWatermark") && (typeof message.highWatermark === "object" ? message.highWatermark.low || message.highWatermark.high : message.highWatermark !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.highWatermark);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ShardProgress message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.coordinator.v1.ShardProgress
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardProgress & ottla.coordinator.v1.ShardProgress.$Shape} ShardProgress
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ShardProgress.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.coordinator.v1.ShardProgress();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.topic = value;
                                else
                                    delete message.topic;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.partition = value;
                                else
                                    delete message.partition;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.leaderEpoch = value;
                                else
                                    delete message.leaderEpoch;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.highWatermark = value;
                                else
                                    delete message.highWatermark;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ShardProgress;
            })();

            v1.ShardEnvelope = (function() {

                /**
                 * Properties of a ShardEnvelope.
                 * @typedef {Object} ottla.coordinator.v1.ShardEnvelope.$Properties
                 * @property {string|null} [topic] ShardEnvelope topic
                 * @property {number|null} [partition] ShardEnvelope partition
                 * @property {ottla.envelope.v1.Envelope.$Properties|null} [envelope] ShardEnvelope envelope
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ShardEnvelope.
                 * @memberof ottla.coordinator.v1
                 * @interface IShardEnvelope
                 * @augments ottla.coordinator.v1.ShardEnvelope.$Properties
                 * @deprecated Use ottla.coordinator.v1.ShardEnvelope.$Properties instead.
                 */

                /**
                 * Shape of a ShardEnvelope.
                 * @typedef {ottla.coordinator.v1.ShardEnvelope.$Properties} ottla.coordinator.v1.ShardEnvelope.$Shape
                 */

                /**
                 * Constructs a new ShardEnvelope.
                 * @memberof ottla.coordinator.v1
                 * @classdesc Represents a ShardEnvelope.
                 * @constructor
                 * @param {ottla.coordinator.v1.ShardEnvelope.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ShardEnvelope = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ShardEnvelope topic.
                 * @member {string} topic
                 * @memberof ottla.coordinator.v1.ShardEnvelope
                 * @instance
                 */
                ShardEnvelope.prototype.topic = "";

                /**
                 * ShardEnvelope partition.
                 * @member {number} partition
                 * @memberof ottla.coordinator.v1.ShardEnvelope
                 * @instance
                 */
                ShardEnvelope.prototype.partition = 0;

                /**
                 * ShardEnvelope envelope.
                 * @member {ottla.envelope.v1.Envelope.$Properties|null|undefined} envelope
                 * @memberof ottla.coordinator.v1.ShardEnvelope
                 * @instance
                 */
                ShardEnvelope.prototype.envelope = null;

                /**
                 * Creates a new ShardEnvelope instance using the specified properties.
                 * @function create
                 * @memberof ottla.coordinator.v1.ShardEnvelope
                 * @static
                 * @param {ottla.coordinator.v1.ShardEnvelope.$Properties=} [properties] Properties to set
                 * @returns {ottla.coordinator.v1.ShardEnvelope} ShardEnvelope instance
                 * @type {{
                 *   (properties: ottla.coordinator.v1.ShardEnvelope.$Shape): ottla.coordinator.v1.ShardEnvelope & ottla.coordinator.v1.ShardEnvelope.$Shape;
                 *   (properties?: ottla.coordinator.v1.ShardEnvelope.$Properties): ottla.coordinator.v1.ShardEnvelope;
                 * }}
                 */
                ShardEnvelope.create = function(properties) {
                    return new ShardEnvelope(properties);
                };

                /**
                 * Encodes the specified ShardEnvelope message. Does not implicitly {@link ottla.coordinator.v1.ShardEnvelope.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.coordinator.v1.ShardEnvelope
                 * @static
                 * @param {ottla.coordinator.v1.ShardEnvelope.$Properties} message ShardEnvelope message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ShardEnvelope.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.topic != null && $Object.hasOwnProperty.call(message, "topic") && message.topic !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.topic);
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).sint32(message.partition);
                    if (message.envelope != null && $Object.hasOwnProperty.call(message, "envelope"))
                        $root.ottla.envelope.v1.Envelope.encode(message.envelope, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ShardEnvelope message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.coordinator.v1.ShardEnvelope
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardEnvelope & ottla.coordinator.v1.ShardEnvelope.$Shape} ShardEnvelope
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ShardEnvelope.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.coordinator.v1.ShardEnvelope();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.topic = value;
                                else
                                    delete message.topic;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.sint32())
                                    message.partition = value;
                                else
                                    delete message.partition;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.envelope = $root.ottla.envelope.v1.Envelope.decode(reader, reader.size(), $undefined, _depth + 1, message.envelope);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ShardEnvelope;
            })();

            v1.ShardAppend = (function() {

                /**
                 * Properties of a ShardAppend.
                 * @typedef {Object} ottla.coordinator.v1.ShardAppend.$Properties
                 * @property {string|null} [topic] ShardAppend topic
                 * @property {number|null} [partition] ShardAppend partition
                 * @property {number|null} [leaderEpoch] ShardAppend leaderEpoch
                 * @property {number|null} [expectedBaseOffset] ShardAppend expectedBaseOffset
                 * @property {Uint8Array|null} [records] ShardAppend records
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ShardAppend.
                 * @memberof ottla.coordinator.v1
                 * @interface IShardAppend
                 * @augments ottla.coordinator.v1.ShardAppend.$Properties
                 * @deprecated Use ottla.coordinator.v1.ShardAppend.$Properties instead.
                 */

                /**
                 * Shape of a ShardAppend.
                 * @typedef {ottla.coordinator.v1.ShardAppend.$Properties} ottla.coordinator.v1.ShardAppend.$Shape
                 */

                /**
                 * Constructs a new ShardAppend.
                 * @memberof ottla.coordinator.v1
                 * @classdesc Represents a ShardAppend.
                 * @constructor
                 * @param {ottla.coordinator.v1.ShardAppend.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ShardAppend = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ShardAppend topic.
                 * @member {string} topic
                 * @memberof ottla.coordinator.v1.ShardAppend
                 * @instance
                 */
                ShardAppend.prototype.topic = "";

                /**
                 * ShardAppend partition.
                 * @member {number} partition
                 * @memberof ottla.coordinator.v1.ShardAppend
                 * @instance
                 */
                ShardAppend.prototype.partition = 0;

                /**
                 * ShardAppend leaderEpoch.
                 * @member {number} leaderEpoch
                 * @memberof ottla.coordinator.v1.ShardAppend
                 * @instance
                 */
                ShardAppend.prototype.leaderEpoch = 0;

                /**
                 * ShardAppend expectedBaseOffset.
                 * @member {number} expectedBaseOffset
                 * @memberof ottla.coordinator.v1.ShardAppend
                 * @instance
                 */
                ShardAppend.prototype.expectedBaseOffset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * ShardAppend records.
                 * @member {Uint8Array} records
                 * @memberof ottla.coordinator.v1.ShardAppend
                 * @instance
                 */
                ShardAppend.prototype.records = $util.newBuffer([]);

                /**
                 * Creates a new ShardAppend instance using the specified properties.
                 * @function create
                 * @memberof ottla.coordinator.v1.ShardAppend
                 * @static
                 * @param {ottla.coordinator.v1.ShardAppend.$Properties=} [properties] Properties to set
                 * @returns {ottla.coordinator.v1.ShardAppend} ShardAppend instance
                 * @type {{
                 *   (properties: ottla.coordinator.v1.ShardAppend.$Shape): ottla.coordinator.v1.ShardAppend & ottla.coordinator.v1.ShardAppend.$Shape;
                 *   (properties?: ottla.coordinator.v1.ShardAppend.$Properties): ottla.coordinator.v1.ShardAppend;
                 * }}
                 */
                ShardAppend.create = function(properties) {
                    return new ShardAppend(properties);
                };

                /**
                 * Encodes the specified ShardAppend message. Does not implicitly {@link ottla.coordinator.v1.ShardAppend.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.coordinator.v1.ShardAppend
                 * @static
                 * @param {ottla.coordinator.v1.ShardAppend.$Properties} message ShardAppend message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ShardAppend.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.topic != null && $Object.hasOwnProperty.call(message, "topic") && message.topic !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.topic);
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.partition);
                    if (message.leaderEpoch != null && $Object.hasOwnProperty.call(message, "leaderEpoch") && message.leaderEpoch !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.leaderEpoch);
                    if (message.expectedBaseOffset != null && $Object.hasOwnProperty.call(message, "expectedBaseOffset") && (typeof message.expectedBaseOffset === "object" ? message.expectedBaseOffset.low || message.expectedBaseOffset.high : message.expectedBaseOffset !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.expectedBaseOffset);
                    if (message.records != null && $Object.hasOwnProperty.call(message, "records") && message.records.length)
                        writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.records);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ShardAppend message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.coordinator.v1.ShardAppend
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardAppend & ottla.coordinator.v1.ShardAppend.$Shape} ShardAppend
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ShardAppend.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.coordinator.v1.ShardAppend();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.topic = value;
                                else
                                    delete message.topic;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.partition = value;
                                else
                                    delete message.partition;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.leaderEpoch = value;
                                else
                                    delete message.leaderEpoch;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.expectedBaseOffset = value;
                                else
                                    delete message.expectedBaseOffset;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.records = value;
                                else
                                    delete message.records;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ShardAppend;
            })();

            v1.ShardAppended = (function() {

                /**
                 * Properties of a ShardAppended.
                 * @typedef {Object} ottla.coordinator.v1.ShardAppended.$Properties
                 * @property {number|null} [baseOffset] ShardAppended baseOffset
                 * @property {number|null} [logEndOffset] ShardAppended logEndOffset
                 * @property {number|null} [highWatermark] ShardAppended highWatermark
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ShardAppended.
                 * @memberof ottla.coordinator.v1
                 * @interface IShardAppended
                 * @augments ottla.coordinator.v1.ShardAppended.$Properties
                 * @deprecated Use ottla.coordinator.v1.ShardAppended.$Properties instead.
                 */

                /**
                 * Shape of a ShardAppended.
                 * @typedef {ottla.coordinator.v1.ShardAppended.$Properties} ottla.coordinator.v1.ShardAppended.$Shape
                 */

                /**
                 * Constructs a new ShardAppended.
                 * @memberof ottla.coordinator.v1
                 * @classdesc Represents a ShardAppended.
                 * @constructor
                 * @param {ottla.coordinator.v1.ShardAppended.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ShardAppended = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ShardAppended baseOffset.
                 * @member {number} baseOffset
                 * @memberof ottla.coordinator.v1.ShardAppended
                 * @instance
                 */
                ShardAppended.prototype.baseOffset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * ShardAppended logEndOffset.
                 * @member {number} logEndOffset
                 * @memberof ottla.coordinator.v1.ShardAppended
                 * @instance
                 */
                ShardAppended.prototype.logEndOffset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * ShardAppended highWatermark.
                 * @member {number} highWatermark
                 * @memberof ottla.coordinator.v1.ShardAppended
                 * @instance
                 */
                ShardAppended.prototype.highWatermark = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Creates a new ShardAppended instance using the specified properties.
                 * @function create
                 * @memberof ottla.coordinator.v1.ShardAppended
                 * @static
                 * @param {ottla.coordinator.v1.ShardAppended.$Properties=} [properties] Properties to set
                 * @returns {ottla.coordinator.v1.ShardAppended} ShardAppended instance
                 * @type {{
                 *   (properties: ottla.coordinator.v1.ShardAppended.$Shape): ottla.coordinator.v1.ShardAppended & ottla.coordinator.v1.ShardAppended.$Shape;
                 *   (properties?: ottla.coordinator.v1.ShardAppended.$Properties): ottla.coordinator.v1.ShardAppended;
                 * }}
                 */
                ShardAppended.create = function(properties) {
                    return new ShardAppended(properties);
                };

                /**
                 * Encodes the specified ShardAppended message. Does not implicitly {@link ottla.coordinator.v1.ShardAppended.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.coordinator.v1.ShardAppended
                 * @static
                 * @param {ottla.coordinator.v1.ShardAppended.$Properties} message ShardAppended message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ShardAppended.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.baseOffset != null && $Object.hasOwnProperty.call(message, "baseOffset") && (typeof message.baseOffset === "object" ? message.baseOffset.low || message.baseOffset.high : message.baseOffset !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).int64(message.baseOffset);
                    if (message.logEndOffset != null && $Object.hasOwnProperty.call(message, "logEndOffset") && (typeof message.logEndOffset === "object" ? message.logEndOffset.low || message.logEndOffset.high : message.logEndOffset !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.logEndOffset);
                    if (message.highWatermark != null && $Object.hasOwnProperty.call(message, "highWatermark") && (typeof message.highWatermark === "object" ? message.highWatermark.low || message.highWatermark.high : message.highWatermark !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.highWatermark);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ShardAppended message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.coordinator.v1.ShardAppended
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardAppended & ottla.coordinator.v1.ShardAppended.$Shape} ShardAppended
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ShardAppended.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.coordinator.v1.ShardAppended();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.baseOffset = value;
                                else
                                    delete message.baseOffset;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.logEndOffset = value;
                                else
                                    delete message.logEndOffset;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.highWatermark = value;
                                else
                                    delete message.highWatermark;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ShardAppended;
            })();

            v1.ShardRead = (function() {

                /**
                 * Properties of a ShardRead.
                 * @typedef {Object} ottla.coordinator.v1.ShardRead.$Properties
                 * @property {string|null} [topic] ShardRead topic
                 * @property {number|null} [partition] ShardRead partition
                 * @property {number|null} [leaderEpoch] ShardRead leaderEpoch
                 * @property {number|null} [offset] ShardRead offset
                 * @property {number|null} [maxBytes] ShardRead maxBytes
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ShardRead.
                 * @memberof ottla.coordinator.v1
                 * @interface IShardRead
                 * @augments ottla.coordinator.v1.ShardRead.$Properties
                 * @deprecated Use ottla.coordinator.v1.ShardRead.$Properties instead.
                 */

                /**
                 * Shape of a ShardRead.
                 * @typedef {ottla.coordinator.v1.ShardRead.$Properties} ottla.coordinator.v1.ShardRead.$Shape
                 */

                /**
                 * Constructs a new ShardRead.
                 * @memberof ottla.coordinator.v1
                 * @classdesc Represents a ShardRead.
                 * @constructor
                 * @param {ottla.coordinator.v1.ShardRead.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ShardRead = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ShardRead topic.
                 * @member {string} topic
                 * @memberof ottla.coordinator.v1.ShardRead
                 * @instance
                 */
                ShardRead.prototype.topic = "";

                /**
                 * ShardRead partition.
                 * @member {number} partition
                 * @memberof ottla.coordinator.v1.ShardRead
                 * @instance
                 */
                ShardRead.prototype.partition = 0;

                /**
                 * ShardRead leaderEpoch.
                 * @member {number} leaderEpoch
                 * @memberof ottla.coordinator.v1.ShardRead
                 * @instance
                 */
                ShardRead.prototype.leaderEpoch = 0;

                /**
                 * ShardRead offset.
                 * @member {number} offset
                 * @memberof ottla.coordinator.v1.ShardRead
                 * @instance
                 */
                ShardRead.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * ShardRead maxBytes.
                 * @member {number} maxBytes
                 * @memberof ottla.coordinator.v1.ShardRead
                 * @instance
                 */
                ShardRead.prototype.maxBytes = 0;

                /**
                 * Creates a new ShardRead instance using the specified properties.
                 * @function create
                 * @memberof ottla.coordinator.v1.ShardRead
                 * @static
                 * @param {ottla.coordinator.v1.ShardRead.$Properties=} [properties] Properties to set
                 * @returns {ottla.coordinator.v1.ShardRead} ShardRead instance
                 * @type {{
                 *   (properties: ottla.coordinator.v1.ShardRead.$Shape): ottla.coordinator.v1.ShardRead & ottla.coordinator.v1.ShardRead.$Shape;
                 *   (properties?: ottla.coordinator.v1.ShardRead.$Properties): ottla.coordinator.v1.ShardRead;
                 * }}
                 */
                ShardRead.create = function(properties) {
                    return new ShardRead(properties);
                };

                /**
                 * Encodes the specified ShardRead message. Does not implicitly {@link ottla.coordinator.v1.ShardRead.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.coordinator.v1.ShardRead
                 * @static
                 * @param {ottla.coordinator.v1.ShardRead.$Properties} message ShardRead message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ShardRead.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.topic != null && $Object.hasOwnProperty.call(message, "topic") && message.topic !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.topic);
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.partition);
                    if (message.leaderEpoch != null && $Object.hasOwnProperty.call(message, "leaderEpoch") && message.leaderEpoch !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.leaderEpoch);
                    if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.offset);
                    if (message.maxBytes != null && $Object.hasOwnProperty.call(message, "maxBytes") && message.maxBytes !== 0)
                        writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.maxBytes);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ShardRead message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.coordinator.v1.ShardRead
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardRead & ottla.coordinator.v1.ShardRead.$Shape} ShardRead
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ShardRead.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.coordinator.v1.ShardRead();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.topic = value;
                                else
                                    delete message.topic;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.partition = value;
                                else
                                    delete message.partition;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.leaderEpoch = value;
                                else
                                    delete message.leaderEpoch;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.offset = value;
                                else
                                    delete message.offset;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.maxBytes = value;
                                else
                                    delete message.maxBytes;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ShardRead;
            })();

            v1.ShardReadAnswer = (function() {

                /**
                 * Properties of a ShardReadAnswer.
                 * @typedef {Object} ottla.coordinator.v1.ShardReadAnswer.$Properties
                 * @property {Uint8Array|null} [records] ShardReadAnswer records
                 * @property {number|null} [logStartOffset] ShardReadAnswer logStartOffset
                 * @property {number|null} [logEndOffset] ShardReadAnswer logEndOffset
                 * @property {number|null} [highWatermark] ShardReadAnswer highWatermark
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ShardReadAnswer.
                 * @memberof ottla.coordinator.v1
                 * @interface IShardReadAnswer
                 * @augments ottla.coordinator.v1.ShardReadAnswer.$Properties
                 * @deprecated Use ottla.coordinator.v1.ShardReadAnswer.$Properties instead.
                 */

                /**
                 * Shape of a ShardReadAnswer.
                 * @typedef {ottla.coordinator.v1.ShardReadAnswer.$Properties} ottla.coordinator.v1.ShardReadAnswer.$Shape
                 */

                /**
                 * Constructs a new ShardReadAnswer.
                 * @memberof ottla.coordinator.v1
                 * @classdesc Represents a ShardReadAnswer.
                 * @constructor
                 * @param {ottla.coordinator.v1.ShardReadAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ShardReadAnswer = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ShardReadAnswer records.
                 * @member {Uint8Array} records
                 * @memberof ottla.coordinator.v1.ShardReadAnswer
                 * @instance
                 */
                ShardReadAnswer.prototype.records = $util.newBuffer([]);

                /**
                 * ShardReadAnswer logStartOffset.
                 * @member {number} logStartOffset
                 * @memberof ottla.coordinator.v1.ShardReadAnswer
                 * @instance
                 */
                ShardReadAnswer.prototype.logStartOffset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * ShardReadAnswer logEndOffset.
                 * @member {number} logEndOffset
                 * @memberof ottla.coordinator.v1.ShardReadAnswer
                 * @instance
                 */
                ShardReadAnswer.prototype.logEndOffset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * ShardReadAnswer highWatermark.
                 * @member {number} highWatermark
                 * @memberof ottla.coordinator.v1.ShardReadAnswer
                 * @instance
                 */
                ShardReadAnswer.prototype.highWatermark = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Creates a new ShardReadAnswer instance using the specified properties.
                 * @function create
                 * @memberof ottla.coordinator.v1.ShardReadAnswer
                 * @static
                 * @param {ottla.coordinator.v1.ShardReadAnswer.$Properties=} [properties] Properties to set
                 * @returns {ottla.coordinator.v1.ShardReadAnswer} ShardReadAnswer instance
                 * @type {{
                 *   (properties: ottla.coordinator.v1.ShardReadAnswer.$Shape): ottla.coordinator.v1.ShardReadAnswer & ottla.coordinator.v1.ShardReadAnswer.$Shape;
                 *   (properties?: ottla.coordinator.v1.ShardReadAnswer.$Properties): ottla.coordinator.v1.ShardReadAnswer;
                 * }}
                 */
                ShardReadAnswer.create = function(properties) {
                    return new ShardReadAnswer(properties);
                };

                /**
                 * Encodes the specified ShardReadAnswer message. Does not implicitly {@link ottla.coordinator.v1.ShardReadAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.coordinator.v1.ShardReadAnswer
                 * @static
                 * @param {ottla.coordinator.v1.ShardReadAnswer.$Properties} message ShardReadAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ShardReadAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.records != null && $Object.hasOwnProperty.call(message, "records") && message.records.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.records);
                    if (message.logStartOffset != null && $Object.hasOwnProperty.call(message, "logStartOffset") && (typeof message.logStartOffset === "object" ? message.logStartOffset.low || message.logStartOffset.high : message.logStartOffset !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.logStartOffset);
                    if (message.logEndOffset != null && $Object.hasOwnProperty.call(message, "logEndOffset") && (typeof message.logEndOffset === "object" ? message.logEndOffset.low || message.logEndOffset.high : message.logEndOffset !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.logEndOffset);
                    if (message.highWatermark != null && $Object.hasOwnProperty.call(message, "highWatermark") && (typeof message.highWatermark === "object" ? message.highWatermark.low || message.highWatermark.high : message.highWatermark !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.highWatermark);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ShardReadAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.coordinator.v1.ShardReadAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.coordinator.v1.ShardReadAnswer & ottla.coordinator.v1.ShardReadAnswer.$Shape} ShardReadAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ShardReadAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.coordinator.v1.ShardReadAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.records = value;
                                else
                                    delete message.records;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.logStartOffset = value;
                                else
                                    delete message.logStartOffset;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.logEndOffset = value;
                                else
                                    delete message.logEndOffset;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.highWatermark = value;
                                else
                                    delete message.highWatermark;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ShardReadAnswer;
            })();

            return v1;
        })();

        return coordinator;
    })();

    ottla.link = (function() {

        /**
         * Namespace link.
         * @memberof ottla
         * @namespace
         */
        const link = {};

        link.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof ottla.link
             * @namespace
             */
            const v1 = {};

            v1.Frames = (function() {

                /**
                 * Properties of a Frames.
                 * @typedef {Object} ottla.link.v1.Frames.$Properties
                 * @property {Array.<ottla.link.v1.Frame.$Properties>|null} [frames] Frames frames
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Frames.
                 * @memberof ottla.link.v1
                 * @interface IFrames
                 * @augments ottla.link.v1.Frames.$Properties
                 * @deprecated Use ottla.link.v1.Frames.$Properties instead.
                 */

                /**
                 * Shape of a Frames.
                 * @typedef {{
                 *   frames?: Array.<ottla.link.v1.Frame.$Shape>|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * }} ottla.link.v1.Frames.$Shape
                 */

                /**
                 * Constructs a new Frames.
                 * @memberof ottla.link.v1
                 * @classdesc Represents a Frames.
                 * @constructor
                 * @param {ottla.link.v1.Frames.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Frames = function (properties) {
                    this.frames = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Frames frames.
                 * @member {Array.<ottla.link.v1.Frame.$Properties>} frames
                 * @memberof ottla.link.v1.Frames
                 * @instance
                 */
                Frames.prototype.frames = $util.emptyArray;

                /**
                 * Creates a new Frames instance using the specified properties.
                 * @function create
                 * @memberof ottla.link.v1.Frames
                 * @static
                 * @param {ottla.link.v1.Frames.$Properties=} [properties] Properties to set
                 * @returns {ottla.link.v1.Frames} Frames instance
                 * @type {{
                 *   (properties: ottla.link.v1.Frames.$Shape): ottla.link.v1.Frames & ottla.link.v1.Frames.$Shape;
                 *   (properties?: ottla.link.v1.Frames.$Properties): ottla.link.v1.Frames;
                 * }}
                 */
                Frames.create = function(properties) {
                    return new Frames(properties);
                };

                /**
                 * Encodes the specified Frames message. Does not implicitly {@link ottla.link.v1.Frames.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.link.v1.Frames
                 * @static
                 * @param {ottla.link.v1.Frames.$Properties} message Frames message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Frames.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.frames != null && message.frames.length)
                        for (let i = 0; i < message.frames.length; ++i)
                            $root.ottla.link.v1.Frame.encode(message.frames[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Frames message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.link.v1.Frames
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.link.v1.Frames & ottla.link.v1.Frames.$Shape} Frames
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Frames.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.link.v1.Frames();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.frames && message.frames.length))
                                    message.frames = [];
                                message.frames.push($root.ottla.link.v1.Frame.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Frames;
            })();

            v1.Frame = (function() {

                /**
                 * Properties of a Frame.
                 * @typedef {Object} ottla.link.v1.Frame.$Properties
                 * @property {number|null} [id] Frame id
                 * @property {ottla.link.v1.Hello.$Properties|null} [hello] Frame hello
                 * @property {ottla.link.v1.Request.$Properties|null} [request] Frame request
                 * @property {Uint8Array|null} [answer] Frame answer
                 * @property {ottla.link.v1.Refusal.$Properties|null} [refusal] Frame refusal
                 * @property {string|null} [goodbye] Frame goodbye
                 * @property {boolean|null} [cancel] Frame cancel
                 * @property {"hello"|"request"|"answer"|"refusal"|"goodbye"|"cancel"} [body] Frame body
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Frame.
                 * @memberof ottla.link.v1
                 * @interface IFrame
                 * @augments ottla.link.v1.Frame.$Properties
                 * @deprecated Use ottla.link.v1.Frame.$Properties instead.
                 */

                /**
                 * Narrowed shape of a Frame.
                 * @typedef {{
                 *   id?: number|null;
                 *   hello?: ottla.link.v1.Hello.$Shape|null;
                 *   request?: ottla.link.v1.Request.$Shape|null;
                 *   answer?: Uint8Array|null;
                 *   refusal?: ottla.link.v1.Refusal.$Shape|null;
                 *   goodbye?: string|null;
                 *   cancel?: boolean|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ body?: undefined; hello?: null; request?: null; answer?: null; refusal?: null; goodbye?: null; cancel?: null }|{ body?: "hello"; hello: ottla.link.v1.Hello.$Shape; request?: null; answer?: null; refusal?: null; goodbye?: null; cancel?: null }|{ body?: "request"; hello?: null; request: ottla.link.v1.Request.$Shape; answer?: null; refusal?: null; goodbye?: null; cancel?: null }|{ body?: "answer"; hello?: null; request?: null; answer: Uint8Array; refusal?: null; goodbye?: null; cancel?: null }|{ body?: "refusal"; hello?: null; request?: null; answer?: null; refusal: ottla.link.v1.Refusal.$Shape; goodbye?: null; cancel?: null }|{ body?: "goodbye"; hello?: null; request?: null; answer?: null; refusal?: null; goodbye: string; cancel?: null }|{ body?: "cancel"; hello?: null; request?: null; answer?: null; refusal?: null; goodbye?: null; cancel: boolean })
                 * )} ottla.link.v1.Frame.$Shape
                 */

                /**
                 * Constructs a new Frame.
                 * @memberof ottla.link.v1
                 * @classdesc Represents a Frame.
                 * @constructor
                 * @param {ottla.link.v1.Frame.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Frame = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Frame id.
                 * @member {number} id
                 * @memberof ottla.link.v1.Frame
                 * @instance
                 */
                Frame.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Frame hello.
                 * @member {ottla.link.v1.Hello.$Properties|null|undefined} hello
                 * @memberof ottla.link.v1.Frame
                 * @instance
                 */
                Frame.prototype.hello = null;

                /**
                 * Frame request.
                 * @member {ottla.link.v1.Request.$Properties|null|undefined} request
                 * @memberof ottla.link.v1.Frame
                 * @instance
                 */
                Frame.prototype.request = null;

                /**
                 * Frame answer.
                 * @member {Uint8Array|null|undefined} answer
                 * @memberof ottla.link.v1.Frame
                 * @instance
                 */
                Frame.prototype.answer = null;

                /**
                 * Frame refusal.
                 * @member {ottla.link.v1.Refusal.$Properties|null|undefined} refusal
                 * @memberof ottla.link.v1.Frame
                 * @instance
                 */
                Frame.prototype.refusal = null;

                /**
                 * Frame goodbye.
                 * @member {string|null|undefined} goodbye
                 * @memberof ottla.link.v1.Frame
                 * @instance
                 */
                Frame.prototype.goodbye = null;

                /**
                 * Frame cancel.
                 * @member {boolean|null|undefined} cancel
                 * @memberof ottla.link.v1.Frame
                 * @instance
                 */
                Frame.prototype.cancel = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * Frame body.
                 * @member {"hello"|"request"|"answer"|"refusal"|"goodbye"|"cancel"|undefined} body
                 * @memberof ottla.link.v1.Frame
                 * @instance
                 */
                $Object.defineProperty(Frame.prototype, "body", {
                    get: $util.oneOfGetter($oneOfFields = ["hello", "request", "answer", "refusal", "goodbye", "cancel"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new Frame instance using the specified properties.
                 * @function create
                 * @memberof ottla.link.v1.Frame
                 * @static
                 * @param {ottla.link.v1.Frame.$Properties=} [properties] Properties to set
                 * @returns {ottla.link.v1.Frame} Frame instance
                 * @type {{
                 *   (properties: ottla.link.v1.Frame.$Shape): ottla.link.v1.Frame & ottla.link.v1.Frame.$Shape;
                 *   (properties?: ottla.link.v1.Frame.$Properties): ottla.link.v1.Frame;
                 * }}
                 */
                Frame.create = function(properties) {
                    return new Frame(properties);
                };

                /**
                 * Encodes the specified Frame message. Does not implicitly {@link ottla.link.v1.Frame.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.link.v1.Frame
                 * @static
                 * @param {ottla.link.v1.Frame.$Properties} message Frame message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Frame.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                    if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                        $root.ottla.link.v1.Hello.encode(message.hello, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                        $root.ottla.link.v1.Request.encode(message.request, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.answer != null && $Object.hasOwnProperty.call(message, "answer"))
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.answer);
                    if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                        $root.ottla.link.v1.Refusal.encode(message.refusal, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.goodbye != null && $Object.hasOwnProperty.call(message, "goodbye"))
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.goodbye);
                    if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel"))
                        writer.uint32(/* id 7, wireType 0 =*/56).bool(message.cancel);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Frame message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.link.v1.Frame
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.link.v1.Frame & ottla.link.v1.Frame.$Shape} Frame
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Frame.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.link.v1.Frame();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.id = value;
                                else
                                    delete message.id;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.hello = $root.ottla.link.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                                message.body = "hello";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.request = $root.ottla.link.v1.Request.decode(reader, reader.size(), $undefined, _depth + 1, message.request);
                                message.body = "request";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.answer = reader.bytes();
                                message.body = "answer";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.refusal = $root.ottla.link.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                                message.body = "refusal";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.goodbye = reader.stringVerify();
                                message.body = "goodbye";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                message.cancel = reader.bool();
                                message.body = "cancel";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Frame;
            })();

            v1.Hello = (function() {

                /**
                 * Properties of a Hello.
                 * @typedef {Object} ottla.link.v1.Hello.$Properties
                 * @property {string|null} [role] Hello role
                 * @property {number|null} [nodeId] Hello nodeId
                 * @property {string|null} [incarnationId] Hello incarnationId
                 * @property {string|null} [clusterId] Hello clusterId
                 * @property {number|null} [clockMs] Hello clockMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Hello.
                 * @memberof ottla.link.v1
                 * @interface IHello
                 * @augments ottla.link.v1.Hello.$Properties
                 * @deprecated Use ottla.link.v1.Hello.$Properties instead.
                 */

                /**
                 * Shape of a Hello.
                 * @typedef {ottla.link.v1.Hello.$Properties} ottla.link.v1.Hello.$Shape
                 */

                /**
                 * Constructs a new Hello.
                 * @memberof ottla.link.v1
                 * @classdesc Represents a Hello.
                 * @constructor
                 * @param {ottla.link.v1.Hello.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Hello = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Hello role.
                 * @member {string} role
                 * @memberof ottla.link.v1.Hello
                 * @instance
                 */
                Hello.prototype.role = "";

                /**
                 * Hello nodeId.
                 * @member {number} nodeId
                 * @memberof ottla.link.v1.Hello
                 * @instance
                 */
                Hello.prototype.nodeId = 0;

                /**
                 * Hello incarnationId.
                 * @member {string} incarnationId
                 * @memberof ottla.link.v1.Hello
                 * @instance
                 */
                Hello.prototype.incarnationId = "";

                /**
                 * Hello clusterId.
                 * @member {string|null|undefined} clusterId
                 * @memberof ottla.link.v1.Hello
                 * @instance
                 */
                Hello.prototype.clusterId = null;

                /**
                 * Hello clockMs.
                 * @member {number} clockMs
                 * @memberof ottla.link.v1.Hello
                 * @instance
                 */
                Hello.prototype.clockMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Hello.prototype, "_clusterId", {
                    get: $util.oneOfGetter($oneOfFields = ["clusterId"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new Hello instance using the specified properties.
                 * @function create
                 * @memberof ottla.link.v1.Hello
                 * @static
                 * @param {ottla.link.v1.Hello.$Properties=} [properties] Properties to set
                 * @returns {ottla.link.v1.Hello} Hello instance
                 * @type {{
                 *   (properties: ottla.link.v1.Hello.$Shape): ottla.link.v1.Hello & ottla.link.v1.Hello.$Shape;
                 *   (properties?: ottla.link.v1.Hello.$Properties): ottla.link.v1.Hello;
                 * }}
                 */
                Hello.create = function(properties) {
                    return new Hello(properties);
                };

                /**
                 * Encodes the specified Hello message. Does not implicitly {@link ottla.link.v1.Hello.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.link.v1.Hello
                 * @static
                 * @param {ottla.link.v1.Hello.$Properties} message Hello message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Hello.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.role);
                    if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.nodeId);
                    if (message.incarnationId != null && $Object.hasOwnProperty.call(message, "incarnationId") && message.incarnationId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.incarnationId);
                    if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId"))
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.clusterId);
                    if (message.clockMs != null && $Object.hasOwnProperty.call(message, "clockMs") && (typeof message.clockMs === "object" ? message.clockMs.low || message.clockMs.high : message.clockMs !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.clockMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Hello message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.link.v1.Hello
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.link.v1.Hello & ottla.link.v1.Hello.$Shape} Hello
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Hello.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.link.v1.Hello();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.role = value;
                                else
                                    delete message.role;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.nodeId = value;
                                else
                                    delete message.nodeId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.incarnationId = value;
                                else
                                    delete message.incarnationId;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.clusterId = reader.stringVerify();
                                message._clusterId = "clusterId";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.clockMs = value;
                                else
                                    delete message.clockMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Hello;
            })();

            v1.Request = (function() {

                /**
                 * Properties of a Request.
                 * @typedef {Object} ottla.link.v1.Request.$Properties
                 * @property {string|null} [method] Request method
                 * @property {number|null} [timeoutMs] Request timeoutMs
                 * @property {string|null} [traceparent] Request traceparent
                 * @property {Uint8Array|null} [payload] Request payload
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Request.
                 * @memberof ottla.link.v1
                 * @interface IRequest
                 * @augments ottla.link.v1.Request.$Properties
                 * @deprecated Use ottla.link.v1.Request.$Properties instead.
                 */

                /**
                 * Shape of a Request.
                 * @typedef {ottla.link.v1.Request.$Properties} ottla.link.v1.Request.$Shape
                 */

                /**
                 * Constructs a new Request.
                 * @memberof ottla.link.v1
                 * @classdesc Represents a Request.
                 * @constructor
                 * @param {ottla.link.v1.Request.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Request = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Request method.
                 * @member {string} method
                 * @memberof ottla.link.v1.Request
                 * @instance
                 */
                Request.prototype.method = "";

                /**
                 * Request timeoutMs.
                 * @member {number} timeoutMs
                 * @memberof ottla.link.v1.Request
                 * @instance
                 */
                Request.prototype.timeoutMs = 0;

                /**
                 * Request traceparent.
                 * @member {string|null|undefined} traceparent
                 * @memberof ottla.link.v1.Request
                 * @instance
                 */
                Request.prototype.traceparent = null;

                /**
                 * Request payload.
                 * @member {Uint8Array} payload
                 * @memberof ottla.link.v1.Request
                 * @instance
                 */
                Request.prototype.payload = $util.newBuffer([]);

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Request.prototype, "_traceparent", {
                    get: $util.oneOfGetter($oneOfFields = ["traceparent"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new Request instance using the specified properties.
                 * @function create
                 * @memberof ottla.link.v1.Request
                 * @static
                 * @param {ottla.link.v1.Request.$Properties=} [properties] Properties to set
                 * @returns {ottla.link.v1.Request} Request instance
                 * @type {{
                 *   (properties: ottla.link.v1.Request.$Shape): ottla.link.v1.Request & ottla.link.v1.Request.$Shape;
                 *   (properties?: ottla.link.v1.Request.$Properties): ottla.link.v1.Request;
                 * }}
                 */
                Request.create = function(properties) {
                    return new Request(properties);
                };

                /**
                 * Encodes the specified Request message. Does not implicitly {@link ottla.link.v1.Request.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.link.v1.Request
                 * @static
                 * @param {ottla.link.v1.Request.$Properties} message Request message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Request.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.method != null && $Object.hasOwnProperty.call(message, "method") && message.method !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.method);
                    if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && message.timeoutMs !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.timeoutMs);
                    if (message.traceparent != null && $Object.hasOwnProperty.call(message, "traceparent"))
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.traceparent);
                    if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.payload);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Request message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.link.v1.Request
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.link.v1.Request & ottla.link.v1.Request.$Shape} Request
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Request.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.link.v1.Request();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.method = value;
                                else
                                    delete message.method;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.timeoutMs = value;
                                else
                                    delete message.timeoutMs;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.traceparent = reader.stringVerify();
                                message._traceparent = "traceparent";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.payload = value;
                                else
                                    delete message.payload;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Request;
            })();

            v1.Refusal = (function() {

                /**
                 * Properties of a Refusal.
                 * @typedef {Object} ottla.link.v1.Refusal.$Properties
                 * @property {number|null} [code] Refusal code
                 * @property {string|null} [message] Refusal message
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Refusal.
                 * @memberof ottla.link.v1
                 * @interface IRefusal
                 * @augments ottla.link.v1.Refusal.$Properties
                 * @deprecated Use ottla.link.v1.Refusal.$Properties instead.
                 */

                /**
                 * Shape of a Refusal.
                 * @typedef {ottla.link.v1.Refusal.$Properties} ottla.link.v1.Refusal.$Shape
                 */

                /**
                 * Constructs a new Refusal.
                 * @memberof ottla.link.v1
                 * @classdesc Represents a Refusal.
                 * @constructor
                 * @param {ottla.link.v1.Refusal.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Refusal = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Refusal code.
                 * @member {number} code
                 * @memberof ottla.link.v1.Refusal
                 * @instance
                 */
                Refusal.prototype.code = 0;

                /**
                 * Refusal message.
                 * @member {string} message
                 * @memberof ottla.link.v1.Refusal
                 * @instance
                 */
                Refusal.prototype.message = "";

                /**
                 * Creates a new Refusal instance using the specified properties.
                 * @function create
                 * @memberof ottla.link.v1.Refusal
                 * @static
                 * @param {ottla.link.v1.Refusal.$Properties=} [properties] Properties to set
                 * @returns {ottla.link.v1.Refusal} Refusal instance
                 * @type {{
                 *   (properties: ottla.link.v1.Refusal.$Shape): ottla.link.v1.Refusal & ottla.link.v1.Refusal.$Shape;
                 *   (properties?: ottla.link.v1.Refusal.$Properties): ottla.link.v1.Refusal;
                 * }}
                 */
                Refusal.create = function(properties) {
                    return new Refusal(properties);
                };

                /**
                 * Encodes the specified Refusal message. Does not implicitly {@link ottla.link.v1.Refusal.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.link.v1.Refusal
                 * @static
                 * @param {ottla.link.v1.Refusal.$Properties} message Refusal message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Refusal.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.code);
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Refusal message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.link.v1.Refusal
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.link.v1.Refusal & ottla.link.v1.Refusal.$Shape} Refusal
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Refusal.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.link.v1.Refusal();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.message = value;
                                else
                                    delete message.message;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Refusal;
            })();

            v1.PlaneLink = (function() {

                /**
                 * Constructs a new PlaneLink service.
                 * @memberof ottla.link.v1
                 * @classdesc Represents a PlaneLink
                 * @extends $protobuf.rpc.Service
                 * @constructor
                 * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
                 * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
                 * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
                 */
                const PlaneLink = function(rpcImpl, requestDelimited, responseDelimited) {
                    $protobuf.rpc.Service.call(this, rpcImpl, requestDelimited, responseDelimited);
                };

                $Object.defineProperty(PlaneLink.prototype = $Object.create($protobuf.rpc.Service.prototype), "constructor", { value: PlaneLink, writable: true, enumerable: false, configurable: true });

                /**
                 * Creates new PlaneLink service using the specified rpc implementation.
                 * @function create
                 * @memberof ottla.link.v1.PlaneLink
                 * @static
                 * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
                 * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
                 * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
                 * @returns {PlaneLink} RPC service. Useful where requests and/or responses are streamed.
                 */
                PlaneLink.create = function(rpcImpl, requestDelimited, responseDelimited) {
                    return new this(rpcImpl, requestDelimited, responseDelimited);
                };

                /**
                 * Callback as used by {@link ottla.link.v1.PlaneLink#openController}.
                 * @memberof ottla.link.v1.PlaneLink
                 * @typedef OpenControllerCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.link.v1.Frames} [response] Frames
                 */

                /**
                 * Calls OpenController.
                 * @memberof ottla.link.v1.PlaneLink
                 * @typedef OpenController
                 * @type {{
                 *   (request: ottla.link.v1.IFrames, callback: ottla.link.v1.PlaneLink.OpenControllerCallback): void;
                 *   (request: ottla.link.v1.IFrames): Promise<ottla.link.v1.Frames>;
                 *   readonly name: "OpenController";
                 *   readonly path: "/ottla.link.v1.PlaneLink/OpenController";
                 *   readonly requestType: "Frames";
                 *   readonly responseType: "Frames";
                 *   readonly requestStream: true;
                 *   readonly responseStream: true;
                 * }}
                 */

                /**
                 * Calls OpenController.
                 * @name ottla.link.v1.PlaneLink#openController
                 * @type {ottla.link.v1.PlaneLink.OpenController}
                 */
                $Object.defineProperties(PlaneLink.prototype.openController = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, PlaneLink.prototype.openController, $root.ottla.link.v1.Frames, $root.ottla.link.v1.Frames, request, callback);
                }, {
                    name: { value: "OpenController" },
                    path: { value: "/ottla.link.v1.PlaneLink/OpenController" },
                    requestType: { value: "Frames" },
                    responseType: { value: "Frames" },
                    requestStream: { value: true },
                    responseStream: { value: true }
                });

                /**
                 * Callback as used by {@link ottla.link.v1.PlaneLink#openShardHost}.
                 * @memberof ottla.link.v1.PlaneLink
                 * @typedef OpenShardHostCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.link.v1.Frames} [response] Frames
                 */

                /**
                 * Calls OpenShardHost.
                 * @memberof ottla.link.v1.PlaneLink
                 * @typedef OpenShardHost
                 * @type {{
                 *   (request: ottla.link.v1.IFrames, callback: ottla.link.v1.PlaneLink.OpenShardHostCallback): void;
                 *   (request: ottla.link.v1.IFrames): Promise<ottla.link.v1.Frames>;
                 *   readonly name: "OpenShardHost";
                 *   readonly path: "/ottla.link.v1.PlaneLink/OpenShardHost";
                 *   readonly requestType: "Frames";
                 *   readonly responseType: "Frames";
                 *   readonly requestStream: true;
                 *   readonly responseStream: true;
                 * }}
                 */

                /**
                 * Calls OpenShardHost.
                 * @name ottla.link.v1.PlaneLink#openShardHost
                 * @type {ottla.link.v1.PlaneLink.OpenShardHost}
                 */
                $Object.defineProperties(PlaneLink.prototype.openShardHost = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, PlaneLink.prototype.openShardHost, $root.ottla.link.v1.Frames, $root.ottla.link.v1.Frames, request, callback);
                }, {
                    name: { value: "OpenShardHost" },
                    path: { value: "/ottla.link.v1.PlaneLink/OpenShardHost" },
                    requestType: { value: "Frames" },
                    responseType: { value: "Frames" },
                    requestStream: { value: true },
                    responseStream: { value: true }
                });

                /**
                 * Callback as used by {@link ottla.link.v1.PlaneLink#openRaft}.
                 * @memberof ottla.link.v1.PlaneLink
                 * @typedef OpenRaftCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.link.v1.Frames} [response] Frames
                 */

                /**
                 * Calls OpenRaft.
                 * @memberof ottla.link.v1.PlaneLink
                 * @typedef OpenRaft
                 * @type {{
                 *   (request: ottla.link.v1.IFrames, callback: ottla.link.v1.PlaneLink.OpenRaftCallback): void;
                 *   (request: ottla.link.v1.IFrames): Promise<ottla.link.v1.Frames>;
                 *   readonly name: "OpenRaft";
                 *   readonly path: "/ottla.link.v1.PlaneLink/OpenRaft";
                 *   readonly requestType: "Frames";
                 *   readonly responseType: "Frames";
                 *   readonly requestStream: true;
                 *   readonly responseStream: true;
                 * }}
                 */

                /**
                 * Calls OpenRaft.
                 * @name ottla.link.v1.PlaneLink#openRaft
                 * @type {ottla.link.v1.PlaneLink.OpenRaft}
                 */
                $Object.defineProperties(PlaneLink.prototype.openRaft = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, PlaneLink.prototype.openRaft, $root.ottla.link.v1.Frames, $root.ottla.link.v1.Frames, request, callback);
                }, {
                    name: { value: "OpenRaft" },
                    path: { value: "/ottla.link.v1.PlaneLink/OpenRaft" },
                    requestType: { value: "Frames" },
                    responseType: { value: "Frames" },
                    requestStream: { value: true },
                    responseStream: { value: true }
                });

                /**
                 * Callback as used by {@link ottla.link.v1.PlaneLink#openBroker}.
                 * @memberof ottla.link.v1.PlaneLink
                 * @typedef OpenBrokerCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.link.v1.Frames} [response] Frames
                 */

                /**
                 * Calls OpenBroker.
                 * @memberof ottla.link.v1.PlaneLink
                 * @typedef OpenBroker
                 * @type {{
                 *   (request: ottla.link.v1.IFrames, callback: ottla.link.v1.PlaneLink.OpenBrokerCallback): void;
                 *   (request: ottla.link.v1.IFrames): Promise<ottla.link.v1.Frames>;
                 *   readonly name: "OpenBroker";
                 *   readonly path: "/ottla.link.v1.PlaneLink/OpenBroker";
                 *   readonly requestType: "Frames";
                 *   readonly responseType: "Frames";
                 *   readonly requestStream: true;
                 *   readonly responseStream: true;
                 * }}
                 */

                /**
                 * Calls OpenBroker.
                 * @name ottla.link.v1.PlaneLink#openBroker
                 * @type {ottla.link.v1.PlaneLink.OpenBroker}
                 */
                $Object.defineProperties(PlaneLink.prototype.openBroker = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, PlaneLink.prototype.openBroker, $root.ottla.link.v1.Frames, $root.ottla.link.v1.Frames, request, callback);
                }, {
                    name: { value: "OpenBroker" },
                    path: { value: "/ottla.link.v1.PlaneLink/OpenBroker" },
                    requestType: { value: "Frames" },
                    responseType: { value: "Frames" },
                    requestStream: { value: true },
                    responseStream: { value: true }
                });

                return PlaneLink;
            })();

            return v1;
        })();

        return link;
    })();

    ottla.raft = (function() {

        /**
         * Namespace raft.
         * @memberof ottla
         * @namespace
         */
        const raft = {};

        raft.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof ottla.raft
             * @namespace
             */
            const v1 = {};

            v1.Raft = (function() {

                /**
                 * Constructs a new Raft service.
                 * @memberof ottla.raft.v1
                 * @classdesc Represents a Raft
                 * @extends $protobuf.rpc.Service
                 * @constructor
                 * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
                 * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
                 * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
                 */
                const Raft = function(rpcImpl, requestDelimited, responseDelimited) {
                    $protobuf.rpc.Service.call(this, rpcImpl, requestDelimited, responseDelimited);
                };

                $Object.defineProperty(Raft.prototype = $Object.create($protobuf.rpc.Service.prototype), "constructor", { value: Raft, writable: true, enumerable: false, configurable: true });

                /**
                 * Creates new Raft service using the specified rpc implementation.
                 * @function create
                 * @memberof ottla.raft.v1.Raft
                 * @static
                 * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
                 * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
                 * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
                 * @returns {Raft} RPC service. Useful where requests and/or responses are streamed.
                 */
                Raft.create = function(rpcImpl, requestDelimited, responseDelimited) {
                    return new this(rpcImpl, requestDelimited, responseDelimited);
                };

                /**
                 * Callback as used by {@link ottla.raft.v1.Raft#vote}.
                 * @memberof ottla.raft.v1.Raft
                 * @typedef VoteCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.raft.v1.VoteAnswer} [response] VoteAnswer
                 */

                /**
                 * Calls Vote.
                 * @memberof ottla.raft.v1.Raft
                 * @typedef Vote
                 * @type {{
                 *   (request: ottla.raft.v1.IVoteRequest, callback: ottla.raft.v1.Raft.VoteCallback): void;
                 *   (request: ottla.raft.v1.IVoteRequest): Promise<ottla.raft.v1.VoteAnswer>;
                 *   readonly name: "Vote";
                 *   readonly path: "/ottla.raft.v1.Raft/Vote";
                 *   readonly requestType: "VoteRequest";
                 *   readonly responseType: "VoteAnswer";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls Vote.
                 * @name ottla.raft.v1.Raft#vote
                 * @type {ottla.raft.v1.Raft.Vote}
                 */
                $Object.defineProperties(Raft.prototype.vote = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Raft.prototype.vote, $root.ottla.raft.v1.VoteRequest, $root.ottla.raft.v1.VoteAnswer, request, callback);
                }, {
                    name: { value: "Vote" },
                    path: { value: "/ottla.raft.v1.Raft/Vote" },
                    requestType: { value: "VoteRequest" },
                    responseType: { value: "VoteAnswer" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.raft.v1.Raft#beginQuorumEpoch}.
                 * @memberof ottla.raft.v1.Raft
                 * @typedef BeginQuorumEpochCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.raft.v1.QuorumEpochAnswer} [response] QuorumEpochAnswer
                 */

                /**
                 * Calls BeginQuorumEpoch.
                 * @memberof ottla.raft.v1.Raft
                 * @typedef BeginQuorumEpoch
                 * @type {{
                 *   (request: ottla.raft.v1.IBeginQuorumEpochRequest, callback: ottla.raft.v1.Raft.BeginQuorumEpochCallback): void;
                 *   (request: ottla.raft.v1.IBeginQuorumEpochRequest): Promise<ottla.raft.v1.QuorumEpochAnswer>;
                 *   readonly name: "BeginQuorumEpoch";
                 *   readonly path: "/ottla.raft.v1.Raft/BeginQuorumEpoch";
                 *   readonly requestType: "BeginQuorumEpochRequest";
                 *   readonly responseType: "QuorumEpochAnswer";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls BeginQuorumEpoch.
                 * @name ottla.raft.v1.Raft#beginQuorumEpoch
                 * @type {ottla.raft.v1.Raft.BeginQuorumEpoch}
                 */
                $Object.defineProperties(Raft.prototype.beginQuorumEpoch = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Raft.prototype.beginQuorumEpoch, $root.ottla.raft.v1.BeginQuorumEpochRequest, $root.ottla.raft.v1.QuorumEpochAnswer, request, callback);
                }, {
                    name: { value: "BeginQuorumEpoch" },
                    path: { value: "/ottla.raft.v1.Raft/BeginQuorumEpoch" },
                    requestType: { value: "BeginQuorumEpochRequest" },
                    responseType: { value: "QuorumEpochAnswer" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.raft.v1.Raft#endQuorumEpoch}.
                 * @memberof ottla.raft.v1.Raft
                 * @typedef EndQuorumEpochCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.raft.v1.QuorumEpochAnswer} [response] QuorumEpochAnswer
                 */

                /**
                 * Calls EndQuorumEpoch.
                 * @memberof ottla.raft.v1.Raft
                 * @typedef EndQuorumEpoch
                 * @type {{
                 *   (request: ottla.raft.v1.IEndQuorumEpochRequest, callback: ottla.raft.v1.Raft.EndQuorumEpochCallback): void;
                 *   (request: ottla.raft.v1.IEndQuorumEpochRequest): Promise<ottla.raft.v1.QuorumEpochAnswer>;
                 *   readonly name: "EndQuorumEpoch";
                 *   readonly path: "/ottla.raft.v1.Raft/EndQuorumEpoch";
                 *   readonly requestType: "EndQuorumEpochRequest";
                 *   readonly responseType: "QuorumEpochAnswer";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls EndQuorumEpoch.
                 * @name ottla.raft.v1.Raft#endQuorumEpoch
                 * @type {ottla.raft.v1.Raft.EndQuorumEpoch}
                 */
                $Object.defineProperties(Raft.prototype.endQuorumEpoch = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Raft.prototype.endQuorumEpoch, $root.ottla.raft.v1.EndQuorumEpochRequest, $root.ottla.raft.v1.QuorumEpochAnswer, request, callback);
                }, {
                    name: { value: "EndQuorumEpoch" },
                    path: { value: "/ottla.raft.v1.Raft/EndQuorumEpoch" },
                    requestType: { value: "EndQuorumEpochRequest" },
                    responseType: { value: "QuorumEpochAnswer" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.raft.v1.Raft#fetch}.
                 * @memberof ottla.raft.v1.Raft
                 * @typedef FetchCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.raft.v1.FetchAnswer} [response] FetchAnswer
                 */

                /**
                 * Calls Fetch.
                 * @memberof ottla.raft.v1.Raft
                 * @typedef Fetch
                 * @type {{
                 *   (request: ottla.raft.v1.IFetchRequest, callback: ottla.raft.v1.Raft.FetchCallback): void;
                 *   (request: ottla.raft.v1.IFetchRequest): Promise<ottla.raft.v1.FetchAnswer>;
                 *   readonly name: "Fetch";
                 *   readonly path: "/ottla.raft.v1.Raft/Fetch";
                 *   readonly requestType: "FetchRequest";
                 *   readonly responseType: "FetchAnswer";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls Fetch.
                 * @name ottla.raft.v1.Raft#fetch
                 * @type {ottla.raft.v1.Raft.Fetch}
                 */
                $Object.defineProperties(Raft.prototype.fetch = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Raft.prototype.fetch, $root.ottla.raft.v1.FetchRequest, $root.ottla.raft.v1.FetchAnswer, request, callback);
                }, {
                    name: { value: "Fetch" },
                    path: { value: "/ottla.raft.v1.Raft/Fetch" },
                    requestType: { value: "FetchRequest" },
                    responseType: { value: "FetchAnswer" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.raft.v1.Raft#fetchSnapshot}.
                 * @memberof ottla.raft.v1.Raft
                 * @typedef FetchSnapshotCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.raft.v1.FetchSnapshotAnswer} [response] FetchSnapshotAnswer
                 */

                /**
                 * Calls FetchSnapshot.
                 * @memberof ottla.raft.v1.Raft
                 * @typedef FetchSnapshot
                 * @type {{
                 *   (request: ottla.raft.v1.IFetchSnapshotRequest, callback: ottla.raft.v1.Raft.FetchSnapshotCallback): void;
                 *   (request: ottla.raft.v1.IFetchSnapshotRequest): Promise<ottla.raft.v1.FetchSnapshotAnswer>;
                 *   readonly name: "FetchSnapshot";
                 *   readonly path: "/ottla.raft.v1.Raft/FetchSnapshot";
                 *   readonly requestType: "FetchSnapshotRequest";
                 *   readonly responseType: "FetchSnapshotAnswer";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls FetchSnapshot.
                 * @name ottla.raft.v1.Raft#fetchSnapshot
                 * @type {ottla.raft.v1.Raft.FetchSnapshot}
                 */
                $Object.defineProperties(Raft.prototype.fetchSnapshot = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Raft.prototype.fetchSnapshot, $root.ottla.raft.v1.FetchSnapshotRequest, $root.ottla.raft.v1.FetchSnapshotAnswer, request, callback);
                }, {
                    name: { value: "FetchSnapshot" },
                    path: { value: "/ottla.raft.v1.Raft/FetchSnapshot" },
                    requestType: { value: "FetchSnapshotRequest" },
                    responseType: { value: "FetchSnapshotAnswer" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                /**
                 * Callback as used by {@link ottla.raft.v1.Raft#updateVoter}.
                 * @memberof ottla.raft.v1.Raft
                 * @typedef UpdateVoterCallback
                 * @type {function}
                 * @param {Error|null} error Error, if any
                 * @param {ottla.raft.v1.QuorumEpochAnswer} [response] QuorumEpochAnswer
                 */

                /**
                 * Calls UpdateVoter.
                 * @memberof ottla.raft.v1.Raft
                 * @typedef UpdateVoter
                 * @type {{
                 *   (request: ottla.raft.v1.IUpdateVoterRequest, callback: ottla.raft.v1.Raft.UpdateVoterCallback): void;
                 *   (request: ottla.raft.v1.IUpdateVoterRequest): Promise<ottla.raft.v1.QuorumEpochAnswer>;
                 *   readonly name: "UpdateVoter";
                 *   readonly path: "/ottla.raft.v1.Raft/UpdateVoter";
                 *   readonly requestType: "UpdateVoterRequest";
                 *   readonly responseType: "QuorumEpochAnswer";
                 *   readonly requestStream: undefined;
                 *   readonly responseStream: undefined;
                 * }}
                 */

                /**
                 * Calls UpdateVoter.
                 * @name ottla.raft.v1.Raft#updateVoter
                 * @type {ottla.raft.v1.Raft.UpdateVoter}
                 */
                $Object.defineProperties(Raft.prototype.updateVoter = function(request, callback) {
                    return $protobuf.rpc.Service.prototype.rpcCall.call(this, Raft.prototype.updateVoter, $root.ottla.raft.v1.UpdateVoterRequest, $root.ottla.raft.v1.QuorumEpochAnswer, request, callback);
                }, {
                    name: { value: "UpdateVoter" },
                    path: { value: "/ottla.raft.v1.Raft/UpdateVoter" },
                    requestType: { value: "UpdateVoterRequest" },
                    responseType: { value: "QuorumEpochAnswer" },
                    requestStream: { value: $undefined },
                    responseStream: { value: $undefined }
                });

                return Raft;
            })();

            v1.ReplicaKey = (function() {

                /**
                 * Properties of a ReplicaKey.
                 * @typedef {Object} ottla.raft.v1.ReplicaKey.$Properties
                 * @property {number|null} [id] ReplicaKey id
                 * @property {string|null} [directoryId] ReplicaKey directoryId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReplicaKey.
                 * @memberof ottla.raft.v1
                 * @interface IReplicaKey
                 * @augments ottla.raft.v1.ReplicaKey.$Properties
                 * @deprecated Use ottla.raft.v1.ReplicaKey.$Properties instead.
                 */

                /**
                 * Shape of a ReplicaKey.
                 * @typedef {ottla.raft.v1.ReplicaKey.$Properties} ottla.raft.v1.ReplicaKey.$Shape
                 */

                /**
                 * Constructs a new ReplicaKey.
                 * @memberof ottla.raft.v1
                 * @classdesc Represents a ReplicaKey.
                 * @constructor
                 * @param {ottla.raft.v1.ReplicaKey.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ReplicaKey = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReplicaKey id.
                 * @member {number} id
                 * @memberof ottla.raft.v1.ReplicaKey
                 * @instance
                 */
                ReplicaKey.prototype.id = 0;

                /**
                 * ReplicaKey directoryId.
                 * @member {string} directoryId
                 * @memberof ottla.raft.v1.ReplicaKey
                 * @instance
                 */
                ReplicaKey.prototype.directoryId = "";

                /**
                 * Creates a new ReplicaKey instance using the specified properties.
                 * @function create
                 * @memberof ottla.raft.v1.ReplicaKey
                 * @static
                 * @param {ottla.raft.v1.ReplicaKey.$Properties=} [properties] Properties to set
                 * @returns {ottla.raft.v1.ReplicaKey} ReplicaKey instance
                 * @type {{
                 *   (properties: ottla.raft.v1.ReplicaKey.$Shape): ottla.raft.v1.ReplicaKey & ottla.raft.v1.ReplicaKey.$Shape;
                 *   (properties?: ottla.raft.v1.ReplicaKey.$Properties): ottla.raft.v1.ReplicaKey;
                 * }}
                 */
                ReplicaKey.create = function(properties) {
                    return new ReplicaKey(properties);
                };

                /**
                 * Encodes the specified ReplicaKey message. Does not implicitly {@link ottla.raft.v1.ReplicaKey.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.raft.v1.ReplicaKey
                 * @static
                 * @param {ottla.raft.v1.ReplicaKey.$Properties} message ReplicaKey message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReplicaKey.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).sint32(message.id);
                    if (message.directoryId != null && $Object.hasOwnProperty.call(message, "directoryId") && message.directoryId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.directoryId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReplicaKey message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.raft.v1.ReplicaKey
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.ReplicaKey & ottla.raft.v1.ReplicaKey.$Shape} ReplicaKey
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReplicaKey.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.raft.v1.ReplicaKey();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.sint32())
                                    message.id = value;
                                else
                                    delete message.id;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.directoryId = value;
                                else
                                    delete message.directoryId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ReplicaKey;
            })();

            v1.VoterEndpoint = (function() {

                /**
                 * Properties of a VoterEndpoint.
                 * @typedef {Object} ottla.raft.v1.VoterEndpoint.$Properties
                 * @property {string|null} [name] VoterEndpoint name
                 * @property {string|null} [host] VoterEndpoint host
                 * @property {number|null} [port] VoterEndpoint port
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a VoterEndpoint.
                 * @memberof ottla.raft.v1
                 * @interface IVoterEndpoint
                 * @augments ottla.raft.v1.VoterEndpoint.$Properties
                 * @deprecated Use ottla.raft.v1.VoterEndpoint.$Properties instead.
                 */

                /**
                 * Shape of a VoterEndpoint.
                 * @typedef {ottla.raft.v1.VoterEndpoint.$Properties} ottla.raft.v1.VoterEndpoint.$Shape
                 */

                /**
                 * Constructs a new VoterEndpoint.
                 * @memberof ottla.raft.v1
                 * @classdesc Represents a VoterEndpoint.
                 * @constructor
                 * @param {ottla.raft.v1.VoterEndpoint.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const VoterEndpoint = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * VoterEndpoint name.
                 * @member {string} name
                 * @memberof ottla.raft.v1.VoterEndpoint
                 * @instance
                 */
                VoterEndpoint.prototype.name = "";

                /**
                 * VoterEndpoint host.
                 * @member {string} host
                 * @memberof ottla.raft.v1.VoterEndpoint
                 * @instance
                 */
                VoterEndpoint.prototype.host = "";

                /**
                 * VoterEndpoint port.
                 * @member {number} port
                 * @memberof ottla.raft.v1.VoterEndpoint
                 * @instance
                 */
                VoterEndpoint.prototype.port = 0;

                /**
                 * Creates a new VoterEndpoint instance using the specified properties.
                 * @function create
                 * @memberof ottla.raft.v1.VoterEndpoint
                 * @static
                 * @param {ottla.raft.v1.VoterEndpoint.$Properties=} [properties] Properties to set
                 * @returns {ottla.raft.v1.VoterEndpoint} VoterEndpoint instance
                 * @type {{
                 *   (properties: ottla.raft.v1.VoterEndpoint.$Shape): ottla.raft.v1.VoterEndpoint & ottla.raft.v1.VoterEndpoint.$Shape;
                 *   (properties?: ottla.raft.v1.VoterEndpoint.$Properties): ottla.raft.v1.VoterEndpoint;
                 * }}
                 */
                VoterEndpoint.create = function(properties) {
                    return new VoterEndpoint(properties);
                };

                /**
                 * Encodes the specified VoterEndpoint message. Does not implicitly {@link ottla.raft.v1.VoterEndpoint.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.raft.v1.VoterEndpoint
                 * @static
                 * @param {ottla.raft.v1.VoterEndpoint.$Properties} message VoterEndpoint message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                VoterEndpoint.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                    if (message.host != null && $Object.hasOwnProperty.call(message, "host") && message.host !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.host);
                    if (message.port != null && $Object.hasOwnProperty.call(message, "port") && message.port !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.port);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a VoterEndpoint message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.raft.v1.VoterEndpoint
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.VoterEndpoint & ottla.raft.v1.VoterEndpoint.$Shape} VoterEndpoint
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                VoterEndpoint.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.raft.v1.VoterEndpoint();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.name = value;
                                else
                                    delete message.name;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.host = value;
                                else
                                    delete message.host;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.port = value;
                                else
                                    delete message.port;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return VoterEndpoint;
            })();

            v1.SnapshotId = (function() {

                /**
                 * Properties of a SnapshotId.
                 * @typedef {Object} ottla.raft.v1.SnapshotId.$Properties
                 * @property {number|null} [endOffset] SnapshotId endOffset
                 * @property {number|null} [epoch] SnapshotId epoch
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotId.
                 * @memberof ottla.raft.v1
                 * @interface ISnapshotId
                 * @augments ottla.raft.v1.SnapshotId.$Properties
                 * @deprecated Use ottla.raft.v1.SnapshotId.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotId.
                 * @typedef {ottla.raft.v1.SnapshotId.$Properties} ottla.raft.v1.SnapshotId.$Shape
                 */

                /**
                 * Constructs a new SnapshotId.
                 * @memberof ottla.raft.v1
                 * @classdesc Represents a SnapshotId.
                 * @constructor
                 * @param {ottla.raft.v1.SnapshotId.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotId = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SnapshotId endOffset.
                 * @member {number} endOffset
                 * @memberof ottla.raft.v1.SnapshotId
                 * @instance
                 */
                SnapshotId.prototype.endOffset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * SnapshotId epoch.
                 * @member {number} epoch
                 * @memberof ottla.raft.v1.SnapshotId
                 * @instance
                 */
                SnapshotId.prototype.epoch = 0;

                /**
                 * Creates a new SnapshotId instance using the specified properties.
                 * @function create
                 * @memberof ottla.raft.v1.SnapshotId
                 * @static
                 * @param {ottla.raft.v1.SnapshotId.$Properties=} [properties] Properties to set
                 * @returns {ottla.raft.v1.SnapshotId} SnapshotId instance
                 * @type {{
                 *   (properties: ottla.raft.v1.SnapshotId.$Shape): ottla.raft.v1.SnapshotId & ottla.raft.v1.SnapshotId.$Shape;
                 *   (properties?: ottla.raft.v1.SnapshotId.$Properties): ottla.raft.v1.SnapshotId;
                 * }}
                 */
                SnapshotId.create = function(properties) {
                    return new SnapshotId(properties);
                };

                /**
                 * Encodes the specified SnapshotId message. Does not implicitly {@link ottla.raft.v1.SnapshotId.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.raft.v1.SnapshotId
                 * @static
                 * @param {ottla.raft.v1.SnapshotId.$Properties} message SnapshotId message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotId.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.endOffset != null && $Object.hasOwnProperty.call(message, "endOffset") && (typeof message.endOffset === "object" ? message.endOffset.low || message.endOffset.high : message.endOffset !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).int64(message.endOffset);
                    if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.epoch);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotId message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.raft.v1.SnapshotId
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.SnapshotId & ottla.raft.v1.SnapshotId.$Shape} SnapshotId
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotId.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.raft.v1.SnapshotId();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.endOffset = value;
                                else
                                    delete message.endOffset;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.epoch = value;
                                else
                                    delete message.epoch;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SnapshotId;
            })();

            v1.VoteRequest = (function() {

                /**
                 * Properties of a VoteRequest.
                 * @typedef {Object} ottla.raft.v1.VoteRequest.$Properties
                 * @property {ottla.raft.v1.ReplicaKey.$Properties|null} [voter] VoteRequest voter
                 * @property {ottla.raft.v1.ReplicaKey.$Properties|null} [candidate] VoteRequest candidate
                 * @property {number|null} [epoch] VoteRequest epoch
                 * @property {number|null} [lastEpoch] VoteRequest lastEpoch
                 * @property {number|null} [lastOffset] VoteRequest lastOffset
                 * @property {boolean|null} [isPreVote] VoteRequest isPreVote
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a VoteRequest.
                 * @memberof ottla.raft.v1
                 * @interface IVoteRequest
                 * @augments ottla.raft.v1.VoteRequest.$Properties
                 * @deprecated Use ottla.raft.v1.VoteRequest.$Properties instead.
                 */

                /**
                 * Shape of a VoteRequest.
                 * @typedef {ottla.raft.v1.VoteRequest.$Properties} ottla.raft.v1.VoteRequest.$Shape
                 */

                /**
                 * Constructs a new VoteRequest.
                 * @memberof ottla.raft.v1
                 * @classdesc Represents a VoteRequest.
                 * @constructor
                 * @param {ottla.raft.v1.VoteRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const VoteRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * VoteRequest voter.
                 * @member {ottla.raft.v1.ReplicaKey.$Properties|null|undefined} voter
                 * @memberof ottla.raft.v1.VoteRequest
                 * @instance
                 */
                VoteRequest.prototype.voter = null;

                /**
                 * VoteRequest candidate.
                 * @member {ottla.raft.v1.ReplicaKey.$Properties|null|undefined} candidate
                 * @memberof ottla.raft.v1.VoteRequest
                 * @instance
                 */
                VoteRequest.prototype.candidate = null;

                /**
                 * VoteRequest epoch.
                 * @member {number} epoch
                 * @memberof ottla.raft.v1.VoteRequest
                 * @instance
                 */
                VoteRequest.prototype.epoch = 0;

                /**
                 * VoteRequest lastEpoch.
                 * @member {number} lastEpoch
                 * @memberof ottla.raft.v1.VoteRequest
                 * @instance
                 */
                VoteRequest.prototype.lastEpoch = 0;

                /**
                 * VoteRequest lastOffset.
                 * @member {number} lastOffset
                 * @memberof ottla.raft.v1.VoteRequest
                 * @instance
                 */
                VoteRequest.prototype.lastOffset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * VoteRequest isPreVote.
                 * @member {boolean} isPreVote
                 * @memberof ottla.raft.v1.VoteRequest
                 * @instance
                 */
                VoteRequest.prototype.isPreVote = false;

                /**
                 * Creates a new VoteRequest instance using the specified properties.
                 * @function create
                 * @memberof ottla.raft.v1.VoteRequest
                 * @static
                 * @param {ottla.raft.v1.VoteRequest.$Properties=} [properties] Properties to set
                 * @returns {ottla.raft.v1.VoteRequest} VoteRequest instance
                 * @type {{
                 *   (properties: ottla.raft.v1.VoteRequest.$Shape): ottla.raft.v1.VoteRequest & ottla.raft.v1.VoteRequest.$Shape;
                 *   (properties?: ottla.raft.v1.VoteRequest.$Properties): ottla.raft.v1.VoteRequest;
                 * }}
                 */
                VoteRequest.create = function(properties) {
                    return new VoteRequest(properties);
                };

                /**
                 * Encodes the specified VoteRequest message. Does not implicitly {@link ottla.raft.v1.VoteRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.raft.v1.VoteRequest
                 * @static
                 * @param {ottla.raft.v1.VoteRequest.$Properties} message VoteRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                VoteRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.voter != null && $Object.hasOwnProperty.call(message, "voter"))
                        $root.ottla.raft.v1.ReplicaKey.encode(message.voter, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.candidate != null && $Object.hasOwnProperty.call(message, "candidate"))
                        $root.ottla.raft.v1.ReplicaKey.encode(message.candidate, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.epoch);
                    if (message.lastEpoch != null && $Object.hasOwnProperty.call(message, "lastEpoch") && message.lastEpoch !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).int32(message.lastEpoch);
                    if (message.lastOffset != null && $Object.hasOwnProperty.call(message, "lastOffset") && (typeof message.lastOffset === "object" ? message.lastOffset.low || message.lastOffset.high : message.lastOffset !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.lastOffset);
                    if (message.isPreVote != null && $Object.hasOwnProperty.call(message, "isPreVote") && message.isPreVote !== false)
                        writer.uint32(/* id 6, wireType 0 =*/48).bool(message.isPreVote);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a VoteRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.raft.v1.VoteRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.VoteRequest & ottla.raft.v1.VoteRequest.$Shape} VoteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                VoteRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.raft.v1.VoteRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.voter = $root.ottla.raft.v1.ReplicaKey.decode(reader, reader.size(), $undefined, _depth + 1, message.voter);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.candidate = $root.ottla.raft.v1.ReplicaKey.decode(reader, reader.size(), $undefined, _depth + 1, message.candidate);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.epoch = value;
                                else
                                    delete message.epoch;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.lastEpoch = value;
                                else
                                    delete message.lastEpoch;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastOffset = value;
                                else
                                    delete message.lastOffset;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.isPreVote = value;
                                else
                                    delete message.isPreVote;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return VoteRequest;
            })();

            v1.VoteAnswer = (function() {

                /**
                 * Properties of a VoteAnswer.
                 * @typedef {Object} ottla.raft.v1.VoteAnswer.$Properties
                 * @property {number|null} [errorCode] VoteAnswer errorCode
                 * @property {number|null} [leaderId] VoteAnswer leaderId
                 * @property {number|null} [leaderEpoch] VoteAnswer leaderEpoch
                 * @property {Array.<ottla.raft.v1.VoterEndpoint.$Properties>|null} [leaderEndpoints] VoteAnswer leaderEndpoints
                 * @property {boolean|null} [isVoteGranted] VoteAnswer isVoteGranted
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a VoteAnswer.
                 * @memberof ottla.raft.v1
                 * @interface IVoteAnswer
                 * @augments ottla.raft.v1.VoteAnswer.$Properties
                 * @deprecated Use ottla.raft.v1.VoteAnswer.$Properties instead.
                 */

                /**
                 * Shape of a VoteAnswer.
                 * @typedef {ottla.raft.v1.VoteAnswer.$Properties} ottla.raft.v1.VoteAnswer.$Shape
                 */

                /**
                 * Constructs a new VoteAnswer.
                 * @memberof ottla.raft.v1
                 * @classdesc Represents a VoteAnswer.
                 * @constructor
                 * @param {ottla.raft.v1.VoteAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const VoteAnswer = function (properties) {
                    this.leaderEndpoints = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * VoteAnswer errorCode.
                 * @member {number} errorCode
                 * @memberof ottla.raft.v1.VoteAnswer
                 * @instance
                 */
                VoteAnswer.prototype.errorCode = 0;

                /**
                 * VoteAnswer leaderId.
                 * @member {number} leaderId
                 * @memberof ottla.raft.v1.VoteAnswer
                 * @instance
                 */
                VoteAnswer.prototype.leaderId = 0;

                /**
                 * VoteAnswer leaderEpoch.
                 * @member {number} leaderEpoch
                 * @memberof ottla.raft.v1.VoteAnswer
                 * @instance
                 */
                VoteAnswer.prototype.leaderEpoch = 0;

                /**
                 * VoteAnswer leaderEndpoints.
                 * @member {Array.<ottla.raft.v1.VoterEndpoint.$Properties>} leaderEndpoints
                 * @memberof ottla.raft.v1.VoteAnswer
                 * @instance
                 */
                VoteAnswer.prototype.leaderEndpoints = $util.emptyArray;

                /**
                 * VoteAnswer isVoteGranted.
                 * @member {boolean} isVoteGranted
                 * @memberof ottla.raft.v1.VoteAnswer
                 * @instance
                 */
                VoteAnswer.prototype.isVoteGranted = false;

                /**
                 * Creates a new VoteAnswer instance using the specified properties.
                 * @function create
                 * @memberof ottla.raft.v1.VoteAnswer
                 * @static
                 * @param {ottla.raft.v1.VoteAnswer.$Properties=} [properties] Properties to set
                 * @returns {ottla.raft.v1.VoteAnswer} VoteAnswer instance
                 * @type {{
                 *   (properties: ottla.raft.v1.VoteAnswer.$Shape): ottla.raft.v1.VoteAnswer & ottla.raft.v1.VoteAnswer.$Shape;
                 *   (properties?: ottla.raft.v1.VoteAnswer.$Properties): ottla.raft.v1.VoteAnswer;
                 * }}
                 */
                VoteAnswer.create = function(properties) {
                    return new VoteAnswer(properties);
                };

                /**
                 * Encodes the specified VoteAnswer message. Does not implicitly {@link ottla.raft.v1.VoteAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.raft.v1.VoteAnswer
                 * @static
                 * @param {ottla.raft.v1.VoteAnswer.$Properties} message VoteAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                VoteAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.errorCode);
                    if (message.leaderId != null && $Object.hasOwnProperty.call(message, "leaderId") && message.leaderId !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).sint32(message.leaderId);
                    if (message.leaderEpoch != null && $Object.hasOwnProperty.call(message, "leaderEpoch") && message.leaderEpoch !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.leaderEpoch);
                    if (message.leaderEndpoints != null && message.leaderEndpoints.length)
                        for (let i = 0; i < message.leaderEndpoints.length; ++i)
                            $root.ottla.raft.v1.VoterEndpoint.encode(message.leaderEndpoints[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.isVoteGranted != null && $Object.hasOwnProperty.call(message, "isVoteGranted") && message.isVoteGranted !== false)
                        writer.uint32(/* id 5, wireType 0 =*/40).bool(message.isVoteGranted);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a VoteAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.raft.v1.VoteAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.VoteAnswer & ottla.raft.v1.VoteAnswer.$Shape} VoteAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                VoteAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.raft.v1.VoteAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.errorCode = value;
                                else
                                    delete message.errorCode;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.sint32())
                                    message.leaderId = value;
                                else
                                    delete message.leaderId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.leaderEpoch = value;
                                else
                                    delete message.leaderEpoch;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.leaderEndpoints && message.leaderEndpoints.length))
                                    message.leaderEndpoints = [];
                                message.leaderEndpoints.push($root.ottla.raft.v1.VoterEndpoint.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.isVoteGranted = value;
                                else
                                    delete message.isVoteGranted;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return VoteAnswer;
            })();

            v1.BeginQuorumEpochRequest = (function() {

                /**
                 * Properties of a BeginQuorumEpochRequest.
                 * @typedef {Object} ottla.raft.v1.BeginQuorumEpochRequest.$Properties
                 * @property {ottla.raft.v1.ReplicaKey.$Properties|null} [voter] BeginQuorumEpochRequest voter
                 * @property {number|null} [leaderId] BeginQuorumEpochRequest leaderId
                 * @property {number|null} [epoch] BeginQuorumEpochRequest epoch
                 * @property {Array.<ottla.raft.v1.VoterEndpoint.$Properties>|null} [endpoints] BeginQuorumEpochRequest endpoints
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a BeginQuorumEpochRequest.
                 * @memberof ottla.raft.v1
                 * @interface IBeginQuorumEpochRequest
                 * @augments ottla.raft.v1.BeginQuorumEpochRequest.$Properties
                 * @deprecated Use ottla.raft.v1.BeginQuorumEpochRequest.$Properties instead.
                 */

                /**
                 * Shape of a BeginQuorumEpochRequest.
                 * @typedef {ottla.raft.v1.BeginQuorumEpochRequest.$Properties} ottla.raft.v1.BeginQuorumEpochRequest.$Shape
                 */

                /**
                 * Constructs a new BeginQuorumEpochRequest.
                 * @memberof ottla.raft.v1
                 * @classdesc Represents a BeginQuorumEpochRequest.
                 * @constructor
                 * @param {ottla.raft.v1.BeginQuorumEpochRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const BeginQuorumEpochRequest = function (properties) {
                    this.endpoints = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * BeginQuorumEpochRequest voter.
                 * @member {ottla.raft.v1.ReplicaKey.$Properties|null|undefined} voter
                 * @memberof ottla.raft.v1.BeginQuorumEpochRequest
                 * @instance
                 */
                BeginQuorumEpochRequest.prototype.voter = null;

                /**
                 * BeginQuorumEpochRequest leaderId.
                 * @member {number} leaderId
                 * @memberof ottla.raft.v1.BeginQuorumEpochRequest
                 * @instance
                 */
                BeginQuorumEpochRequest.prototype.leaderId = 0;

                /**
                 * BeginQuorumEpochRequest epoch.
                 * @member {number} epoch
                 * @memberof ottla.raft.v1.BeginQuorumEpochRequest
                 * @instance
                 */
                BeginQuorumEpochRequest.prototype.epoch = 0;

                /**
                 * BeginQuorumEpochRequest endpoints.
                 * @member {Array.<ottla.raft.v1.VoterEndpoint.$Properties>} endpoints
                 * @memberof ottla.raft.v1.BeginQuorumEpochRequest
                 * @instance
                 */
                BeginQuorumEpochRequest.prototype.endpoints = $util.emptyArray;

                /**
                 * Creates a new BeginQuorumEpochRequest instance using the specified properties.
                 * @function create
                 * @memberof ottla.raft.v1.BeginQuorumEpochRequest
                 * @static
                 * @param {ottla.raft.v1.BeginQuorumEpochRequest.$Properties=} [properties] Properties to set
                 * @returns {ottla.raft.v1.BeginQuorumEpochRequest} BeginQuorumEpochRequest instance
                 * @type {{
                 *   (properties: ottla.raft.v1.BeginQuorumEpochRequest.$Shape): ottla.raft.v1.BeginQuorumEpochRequest & ottla.raft.v1.BeginQuorumEpochRequest.$Shape;
                 *   (properties?: ottla.raft.v1.BeginQuorumEpochRequest.$Properties): ottla.raft.v1.BeginQuorumEpochRequest;
                 * }}
                 */
                BeginQuorumEpochRequest.create = function(properties) {
                    return new BeginQuorumEpochRequest(properties);
                };

                /**
                 * Encodes the specified BeginQuorumEpochRequest message. Does not implicitly {@link ottla.raft.v1.BeginQuorumEpochRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.raft.v1.BeginQuorumEpochRequest
                 * @static
                 * @param {ottla.raft.v1.BeginQuorumEpochRequest.$Properties} message BeginQuorumEpochRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                BeginQuorumEpochRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.voter != null && $Object.hasOwnProperty.call(message, "voter"))
                        $root.ottla.raft.v1.ReplicaKey.encode(message.voter, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.leaderId != null && $Object.hasOwnProperty.call(message, "leaderId") && message.leaderId !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).sint32(message.leaderId);
                    if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.epoch);
                    if (message.endpoints != null && message.endpoints.length)
                        for (let i = 0; i < message.endpoints.length; ++i)
                            $root.ottla.raft.v1.VoterEndpoint.encode(message.endpoints[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a BeginQuorumEpochRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.raft.v1.BeginQuorumEpochRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.BeginQuorumEpochRequest & ottla.raft.v1.BeginQuorumEpochRequest.$Shape} BeginQuorumEpochRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                BeginQuorumEpochRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.raft.v1.BeginQuorumEpochRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.voter = $root.ottla.raft.v1.ReplicaKey.decode(reader, reader.size(), $undefined, _depth + 1, message.voter);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.sint32())
                                    message.leaderId = value;
                                else
                                    delete message.leaderId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.epoch = value;
                                else
                                    delete message.epoch;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.endpoints && message.endpoints.length))
                                    message.endpoints = [];
                                message.endpoints.push($root.ottla.raft.v1.VoterEndpoint.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return BeginQuorumEpochRequest;
            })();

            v1.EndQuorumEpochRequest = (function() {

                /**
                 * Properties of an EndQuorumEpochRequest.
                 * @typedef {Object} ottla.raft.v1.EndQuorumEpochRequest.$Properties
                 * @property {number|null} [leaderId] EndQuorumEpochRequest leaderId
                 * @property {number|null} [epoch] EndQuorumEpochRequest epoch
                 * @property {Array.<ottla.raft.v1.ReplicaKey.$Properties>|null} [preferredSuccessors] EndQuorumEpochRequest preferredSuccessors
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an EndQuorumEpochRequest.
                 * @memberof ottla.raft.v1
                 * @interface IEndQuorumEpochRequest
                 * @augments ottla.raft.v1.EndQuorumEpochRequest.$Properties
                 * @deprecated Use ottla.raft.v1.EndQuorumEpochRequest.$Properties instead.
                 */

                /**
                 * Shape of an EndQuorumEpochRequest.
                 * @typedef {ottla.raft.v1.EndQuorumEpochRequest.$Properties} ottla.raft.v1.EndQuorumEpochRequest.$Shape
                 */

                /**
                 * Constructs a new EndQuorumEpochRequest.
                 * @memberof ottla.raft.v1
                 * @classdesc Represents an EndQuorumEpochRequest.
                 * @constructor
                 * @param {ottla.raft.v1.EndQuorumEpochRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const EndQuorumEpochRequest = function (properties) {
                    this.preferredSuccessors = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * EndQuorumEpochRequest leaderId.
                 * @member {number} leaderId
                 * @memberof ottla.raft.v1.EndQuorumEpochRequest
                 * @instance
                 */
                EndQuorumEpochRequest.prototype.leaderId = 0;

                /**
                 * EndQuorumEpochRequest epoch.
                 * @member {number} epoch
                 * @memberof ottla.raft.v1.EndQuorumEpochRequest
                 * @instance
                 */
                EndQuorumEpochRequest.prototype.epoch = 0;

                /**
                 * EndQuorumEpochRequest preferredSuccessors.
                 * @member {Array.<ottla.raft.v1.ReplicaKey.$Properties>} preferredSuccessors
                 * @memberof ottla.raft.v1.EndQuorumEpochRequest
                 * @instance
                 */
                EndQuorumEpochRequest.prototype.preferredSuccessors = $util.emptyArray;

                /**
                 * Creates a new EndQuorumEpochRequest instance using the specified properties.
                 * @function create
                 * @memberof ottla.raft.v1.EndQuorumEpochRequest
                 * @static
                 * @param {ottla.raft.v1.EndQuorumEpochRequest.$Properties=} [properties] Properties to set
                 * @returns {ottla.raft.v1.EndQuorumEpochRequest} EndQuorumEpochRequest instance
                 * @type {{
                 *   (properties: ottla.raft.v1.EndQuorumEpochRequest.$Shape): ottla.raft.v1.EndQuorumEpochRequest & ottla.raft.v1.EndQuorumEpochRequest.$Shape;
                 *   (properties?: ottla.raft.v1.EndQuorumEpochRequest.$Properties): ottla.raft.v1.EndQuorumEpochRequest;
                 * }}
                 */
                EndQuorumEpochRequest.create = function(properties) {
                    return new EndQuorumEpochRequest(properties);
                };

                /**
                 * Encodes the specified EndQuorumEpochRequest message. Does not implicitly {@link ottla.raft.v1.EndQuorumEpochRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.raft.v1.EndQuorumEpochRequest
                 * @static
                 * @param {ottla.raft.v1.EndQuorumEpochRequest.$Properties} message EndQuorumEpochRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                EndQuorumEpochRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.leaderId != null && $Object.hasOwnProperty.call(message, "leaderId") && message.leaderId !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).sint32(message.leaderId);
                    if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.epoch);
                    if (message.preferredSuccessors != null && message.preferredSuccessors.length)
                        for (let i = 0; i < message.preferredSuccessors.length; ++i)
                            $root.ottla.raft.v1.ReplicaKey.encode(message.preferredSuccessors[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an EndQuorumEpochRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.raft.v1.EndQuorumEpochRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.EndQuorumEpochRequest & ottla.raft.v1.EndQuorumEpochRequest.$Shape} EndQuorumEpochRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                EndQuorumEpochRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.raft.v1.EndQuorumEpochRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.sint32())
                                    message.leaderId = value;
                                else
                                    delete message.leaderId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.epoch = value;
                                else
                                    delete message.epoch;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.preferredSuccessors && message.preferredSuccessors.length))
                                    message.preferredSuccessors = [];
                                message.preferredSuccessors.push($root.ottla.raft.v1.ReplicaKey.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return EndQuorumEpochRequest;
            })();

            v1.QuorumEpochAnswer = (function() {

                /**
                 * Properties of a QuorumEpochAnswer.
                 * @typedef {Object} ottla.raft.v1.QuorumEpochAnswer.$Properties
                 * @property {number|null} [errorCode] QuorumEpochAnswer errorCode
                 * @property {number|null} [leaderId] QuorumEpochAnswer leaderId
                 * @property {number|null} [leaderEpoch] QuorumEpochAnswer leaderEpoch
                 * @property {Array.<ottla.raft.v1.VoterEndpoint.$Properties>|null} [leaderEndpoints] QuorumEpochAnswer leaderEndpoints
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a QuorumEpochAnswer.
                 * @memberof ottla.raft.v1
                 * @interface IQuorumEpochAnswer
                 * @augments ottla.raft.v1.QuorumEpochAnswer.$Properties
                 * @deprecated Use ottla.raft.v1.QuorumEpochAnswer.$Properties instead.
                 */

                /**
                 * Shape of a QuorumEpochAnswer.
                 * @typedef {ottla.raft.v1.QuorumEpochAnswer.$Properties} ottla.raft.v1.QuorumEpochAnswer.$Shape
                 */

                /**
                 * Constructs a new QuorumEpochAnswer.
                 * @memberof ottla.raft.v1
                 * @classdesc Represents a QuorumEpochAnswer.
                 * @constructor
                 * @param {ottla.raft.v1.QuorumEpochAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const QuorumEpochAnswer = function (properties) {
                    this.leaderEndpoints = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * QuorumEpochAnswer errorCode.
                 * @member {number} errorCode
                 * @memberof ottla.raft.v1.QuorumEpochAnswer
                 * @instance
                 */
                QuorumEpochAnswer.prototype.errorCode = 0;

                /**
                 * QuorumEpochAnswer leaderId.
                 * @member {number} leaderId
                 * @memberof ottla.raft.v1.QuorumEpochAnswer
                 * @instance
                 */
                QuorumEpochAnswer.prototype.leaderId = 0;

                /**
                 * QuorumEpochAnswer leaderEpoch.
                 * @member {number} leaderEpoch
                 * @memberof ottla.raft.v1.QuorumEpochAnswer
                 * @instance
                 */
                QuorumEpochAnswer.prototype.leaderEpoch = 0;

                /**
                 * QuorumEpochAnswer leaderEndpoints.
                 * @member {Array.<ottla.raft.v1.VoterEndpoint.$Properties>} leaderEndpoints
                 * @memberof ottla.raft.v1.QuorumEpochAnswer
                 * @instance
                 */
                QuorumEpochAnswer.prototype.leaderEndpoints = $util.emptyArray;

                /**
                 * Creates a new QuorumEpochAnswer instance using the specified properties.
                 * @function create
                 * @memberof ottla.raft.v1.QuorumEpochAnswer
                 * @static
                 * @param {ottla.raft.v1.QuorumEpochAnswer.$Properties=} [properties] Properties to set
                 * @returns {ottla.raft.v1.QuorumEpochAnswer} QuorumEpochAnswer instance
                 * @type {{
                 *   (properties: ottla.raft.v1.QuorumEpochAnswer.$Shape): ottla.raft.v1.QuorumEpochAnswer & ottla.raft.v1.QuorumEpochAnswer.$Shape;
                 *   (properties?: ottla.raft.v1.QuorumEpochAnswer.$Properties): ottla.raft.v1.QuorumEpochAnswer;
                 * }}
                 */
                QuorumEpochAnswer.create = function(properties) {
                    return new QuorumEpochAnswer(properties);
                };

                /**
                 * Encodes the specified QuorumEpochAnswer message. Does not implicitly {@link ottla.raft.v1.QuorumEpochAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.raft.v1.QuorumEpochAnswer
                 * @static
                 * @param {ottla.raft.v1.QuorumEpochAnswer.$Properties} message QuorumEpochAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                QuorumEpochAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.errorCode);
                    if (message.leaderId != null && $Object.hasOwnProperty.call(message, "leaderId") && message.leaderId !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).sint32(message.leaderId);
                    if (message.leaderEpoch != null && $Object.hasOwnProperty.call(message, "leaderEpoch") && message.leaderEpoch !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.leaderEpoch);
                    if (message.leaderEndpoints != null && message.leaderEndpoints.length)
                        for (let i = 0; i < message.leaderEndpoints.length; ++i)
                            $root.ottla.raft.v1.VoterEndpoint.encode(message.leaderEndpoints[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a QuorumEpochAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.raft.v1.QuorumEpochAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.QuorumEpochAnswer & ottla.raft.v1.QuorumEpochAnswer.$Shape} QuorumEpochAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                QuorumEpochAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.raft.v1.QuorumEpochAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.errorCode = value;
                                else
                                    delete message.errorCode;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.sint32())
                                    message.leaderId = value;
                                else
                                    delete message.leaderId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.leaderEpoch = value;
                                else
                                    delete message.leaderEpoch;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.leaderEndpoints && message.leaderEndpoints.length))
                                    message.leaderEndpoints = [];
                                message.leaderEndpoints.push($root.ottla.raft.v1.VoterEndpoint.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return QuorumEpochAnswer;
            })();

            v1.FetchRequest = (function() {

                /**
                 * Properties of a FetchRequest.
                 * @typedef {Object} ottla.raft.v1.FetchRequest.$Properties
                 * @property {ottla.raft.v1.ReplicaKey.$Properties|null} [replica] FetchRequest replica
                 * @property {number|null} [epoch] FetchRequest epoch
                 * @property {number|null} [offset] FetchRequest offset
                 * @property {number|null} [lastEpoch] FetchRequest lastEpoch
                 * @property {number|null} [highWatermark] FetchRequest highWatermark
                 * @property {number|null} [maxBytes] FetchRequest maxBytes
                 * @property {number|null} [maxWaitMs] FetchRequest maxWaitMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a FetchRequest.
                 * @memberof ottla.raft.v1
                 * @interface IFetchRequest
                 * @augments ottla.raft.v1.FetchRequest.$Properties
                 * @deprecated Use ottla.raft.v1.FetchRequest.$Properties instead.
                 */

                /**
                 * Shape of a FetchRequest.
                 * @typedef {ottla.raft.v1.FetchRequest.$Properties} ottla.raft.v1.FetchRequest.$Shape
                 */

                /**
                 * Constructs a new FetchRequest.
                 * @memberof ottla.raft.v1
                 * @classdesc Represents a FetchRequest.
                 * @constructor
                 * @param {ottla.raft.v1.FetchRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const FetchRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * FetchRequest replica.
                 * @member {ottla.raft.v1.ReplicaKey.$Properties|null|undefined} replica
                 * @memberof ottla.raft.v1.FetchRequest
                 * @instance
                 */
                FetchRequest.prototype.replica = null;

                /**
                 * FetchRequest epoch.
                 * @member {number} epoch
                 * @memberof ottla.raft.v1.FetchRequest
                 * @instance
                 */
                FetchRequest.prototype.epoch = 0;

                /**
                 * FetchRequest offset.
                 * @member {number} offset
                 * @memberof ottla.raft.v1.FetchRequest
                 * @instance
                 */
                FetchRequest.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * FetchRequest lastEpoch.
                 * @member {number} lastEpoch
                 * @memberof ottla.raft.v1.FetchRequest
                 * @instance
                 */
                FetchRequest.prototype.lastEpoch = 0;

                /**
                 * FetchRequest highWatermark.
                 * @member {number} highWatermark
                 * @memberof ottla.raft.v1.FetchRequest
                 * @instance
                 */
                FetchRequest.prototype.highWatermark = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * FetchRequest maxBytes.
                 * @member {number} maxBytes
                 * @memberof ottla.raft.v1.FetchRequest
                 * @instance
                 */
                FetchRequest.prototype.maxBytes = 0;

                /**
                 * FetchRequest maxWaitMs.
                 * @member {number} maxWaitMs
                 * @memberof ottla.raft.v1.FetchRequest
                 * @instance
                 */
                FetchRequest.prototype.maxWaitMs = 0;

                /**
                 * Creates a new FetchRequest instance using the specified properties.
                 * @function create
                 * @memberof ottla.raft.v1.FetchRequest
                 * @static
                 * @param {ottla.raft.v1.FetchRequest.$Properties=} [properties] Properties to set
                 * @returns {ottla.raft.v1.FetchRequest} FetchRequest instance
                 * @type {{
                 *   (properties: ottla.raft.v1.FetchRequest.$Shape): ottla.raft.v1.FetchRequest & ottla.raft.v1.FetchRequest.$Shape;
                 *   (properties?: ottla.raft.v1.FetchRequest.$Properties): ottla.raft.v1.FetchRequest;
                 * }}
                 */
                FetchRequest.create = function(properties) {
                    return new FetchRequest(properties);
                };

                /**
                 * Encodes the specified FetchRequest message. Does not implicitly {@link ottla.raft.v1.FetchRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.raft.v1.FetchRequest
                 * @static
                 * @param {ottla.raft.v1.FetchRequest.$Properties} message FetchRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                FetchRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.replica != null && $Object.hasOwnProperty.call(message, "replica"))
                        $root.ottla.raft.v1.ReplicaKey.encode(message.replica, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.epoch);
                    if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.offset);
                    if (message.lastEpoch != null && $Object.hasOwnProperty.call(message, "lastEpoch") && message.lastEpoch !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).int32(message.lastEpoch);
                    if (message.highWatermark != null && $Object.hasOwnProperty.call(message, "highWatermark") && (typeof message.highWatermark === "object" ? message.highWatermark.low || message.highWatermark.high : message.highWatermark !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.highWatermark);
                    if (message.maxBytes != null && $Object.hasOwnProperty.call(message, "maxBytes") && message.maxBytes !== 0)
                        writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.maxBytes);
                    if (message.maxWaitMs != null && $Object.hasOwnProperty.call(message, "maxWaitMs") && message.maxWaitMs !== 0)
                        writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.maxWaitMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a FetchRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.raft.v1.FetchRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.FetchRequest & ottla.raft.v1.FetchRequest.$Shape} FetchRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                FetchRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.raft.v1.FetchRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.replica = $root.ottla.raft.v1.ReplicaKey.decode(reader, reader.size(), $undefined, _depth + 1, message.replica);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.epoch = value;
                                else
                                    delete message.epoch;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.offset = value;
                                else
                                    delete message.offset;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.lastEpoch = value;
                                else
                                    delete message.lastEpoch;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.highWatermark = value;
                                else
                                    delete message.highWatermark;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.maxBytes = value;
                                else
                                    delete message.maxBytes;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.maxWaitMs = value;
                                else
                                    delete message.maxWaitMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return FetchRequest;
            })();

            v1.EpochEnd = (function() {

                /**
                 * Properties of an EpochEnd.
                 * @typedef {Object} ottla.raft.v1.EpochEnd.$Properties
                 * @property {number|null} [epoch] EpochEnd epoch
                 * @property {number|null} [endOffset] EpochEnd endOffset
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an EpochEnd.
                 * @memberof ottla.raft.v1
                 * @interface IEpochEnd
                 * @augments ottla.raft.v1.EpochEnd.$Properties
                 * @deprecated Use ottla.raft.v1.EpochEnd.$Properties instead.
                 */

                /**
                 * Shape of an EpochEnd.
                 * @typedef {ottla.raft.v1.EpochEnd.$Properties} ottla.raft.v1.EpochEnd.$Shape
                 */

                /**
                 * Constructs a new EpochEnd.
                 * @memberof ottla.raft.v1
                 * @classdesc Represents an EpochEnd.
                 * @constructor
                 * @param {ottla.raft.v1.EpochEnd.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const EpochEnd = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * EpochEnd epoch.
                 * @member {number} epoch
                 * @memberof ottla.raft.v1.EpochEnd
                 * @instance
                 */
                EpochEnd.prototype.epoch = 0;

                /**
                 * EpochEnd endOffset.
                 * @member {number} endOffset
                 * @memberof ottla.raft.v1.EpochEnd
                 * @instance
                 */
                EpochEnd.prototype.endOffset = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Creates a new EpochEnd instance using the specified properties.
                 * @function create
                 * @memberof ottla.raft.v1.EpochEnd
                 * @static
                 * @param {ottla.raft.v1.EpochEnd.$Properties=} [properties] Properties to set
                 * @returns {ottla.raft.v1.EpochEnd} EpochEnd instance
                 * @type {{
                 *   (properties: ottla.raft.v1.EpochEnd.$Shape): ottla.raft.v1.EpochEnd & ottla.raft.v1.EpochEnd.$Shape;
                 *   (properties?: ottla.raft.v1.EpochEnd.$Properties): ottla.raft.v1.EpochEnd;
                 * }}
                 */
                EpochEnd.create = function(properties) {
                    return new EpochEnd(properties);
                };

                /**
                 * Encodes the specified EpochEnd message. Does not implicitly {@link ottla.raft.v1.EpochEnd.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.raft.v1.EpochEnd
                 * @static
                 * @param {ottla.raft.v1.EpochEnd.$Properties} message EpochEnd message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                EpochEnd.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.epoch);
                    if (message.endOffset != null && $Object.hasOwnProperty.call(message, "endOffset") && (typeof message.endOffset === "object" ? message.endOffset.low || message.endOffset.high : message.endOffset !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.endOffset);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an EpochEnd message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.raft.v1.EpochEnd
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.EpochEnd & ottla.raft.v1.EpochEnd.$Shape} EpochEnd
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                EpochEnd.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.raft.v1.EpochEnd();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.epoch = value;
                                else
                                    delete message.epoch;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.endOffset = value;
                                else
                                    delete message.endOffset;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return EpochEnd;
            })();

            v1.FetchAnswer = (function() {

                /**
                 * Properties of a FetchAnswer.
                 * @typedef {Object} ottla.raft.v1.FetchAnswer.$Properties
                 * @property {number|null} [errorCode] FetchAnswer errorCode
                 * @property {number|null} [leaderId] FetchAnswer leaderId
                 * @property {number|null} [leaderEpoch] FetchAnswer leaderEpoch
                 * @property {Array.<ottla.raft.v1.VoterEndpoint.$Properties>|null} [leaderEndpoints] FetchAnswer leaderEndpoints
                 * @property {number|null} [highWatermark] FetchAnswer highWatermark
                 * @property {ottla.raft.v1.EpochEnd.$Properties|null} [diverging] FetchAnswer diverging
                 * @property {ottla.raft.v1.SnapshotId.$Properties|null} [snapshot] FetchAnswer snapshot
                 * @property {Uint8Array|null} [records] FetchAnswer records
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a FetchAnswer.
                 * @memberof ottla.raft.v1
                 * @interface IFetchAnswer
                 * @augments ottla.raft.v1.FetchAnswer.$Properties
                 * @deprecated Use ottla.raft.v1.FetchAnswer.$Properties instead.
                 */

                /**
                 * Shape of a FetchAnswer.
                 * @typedef {ottla.raft.v1.FetchAnswer.$Properties} ottla.raft.v1.FetchAnswer.$Shape
                 */

                /**
                 * Constructs a new FetchAnswer.
                 * @memberof ottla.raft.v1
                 * @classdesc Represents a FetchAnswer.
                 * @constructor
                 * @param {ottla.raft.v1.FetchAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const FetchAnswer = function (properties) {
                    this.leaderEndpoints = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * FetchAnswer errorCode.
                 * @member {number} errorCode
                 * @memberof ottla.raft.v1.FetchAnswer
                 * @instance
                 */
                FetchAnswer.prototype.errorCode = 0;

                /**
                 * FetchAnswer leaderId.
                 * @member {number} leaderId
                 * @memberof ottla.raft.v1.FetchAnswer
                 * @instance
                 */
                FetchAnswer.prototype.leaderId = 0;

                /**
                 * FetchAnswer leaderEpoch.
                 * @member {number} leaderEpoch
                 * @memberof ottla.raft.v1.FetchAnswer
                 * @instance
                 */
                FetchAnswer.prototype.leaderEpoch = 0;

                /**
                 * FetchAnswer leaderEndpoints.
                 * @member {Array.<ottla.raft.v1.VoterEndpoint.$Properties>} leaderEndpoints
                 * @memberof ottla.raft.v1.FetchAnswer
                 * @instance
                 */
                FetchAnswer.prototype.leaderEndpoints = $util.emptyArray;

                /**
                 * FetchAnswer highWatermark.
                 * @member {number} highWatermark
                 * @memberof ottla.raft.v1.FetchAnswer
                 * @instance
                 */
                FetchAnswer.prototype.highWatermark = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * FetchAnswer diverging.
                 * @member {ottla.raft.v1.EpochEnd.$Properties|null|undefined} diverging
                 * @memberof ottla.raft.v1.FetchAnswer
                 * @instance
                 */
                FetchAnswer.prototype.diverging = null;

                /**
                 * FetchAnswer snapshot.
                 * @member {ottla.raft.v1.SnapshotId.$Properties|null|undefined} snapshot
                 * @memberof ottla.raft.v1.FetchAnswer
                 * @instance
                 */
                FetchAnswer.prototype.snapshot = null;

                /**
                 * FetchAnswer records.
                 * @member {Uint8Array} records
                 * @memberof ottla.raft.v1.FetchAnswer
                 * @instance
                 */
                FetchAnswer.prototype.records = $util.newBuffer([]);

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(FetchAnswer.prototype, "_diverging", {
                    get: $util.oneOfGetter($oneOfFields = ["diverging"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(FetchAnswer.prototype, "_snapshot", {
                    get: $util.oneOfGetter($oneOfFields = ["snapshot"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new FetchAnswer instance using the specified properties.
                 * @function create
                 * @memberof ottla.raft.v1.FetchAnswer
                 * @static
                 * @param {ottla.raft.v1.FetchAnswer.$Properties=} [properties] Properties to set
                 * @returns {ottla.raft.v1.FetchAnswer} FetchAnswer instance
                 * @type {{
                 *   (properties: ottla.raft.v1.FetchAnswer.$Shape): ottla.raft.v1.FetchAnswer & ottla.raft.v1.FetchAnswer.$Shape;
                 *   (properties?: ottla.raft.v1.FetchAnswer.$Properties): ottla.raft.v1.FetchAnswer;
                 * }}
                 */
                FetchAnswer.create = function(properties) {
                    return new FetchAnswer(properties);
                };

                /**
                 * Encodes the specified FetchAnswer message. Does not implicitly {@link ottla.raft.v1.FetchAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.raft.v1.FetchAnswer
                 * @static
                 * @param {ottla.raft.v1.FetchAnswer.$Properties} message FetchAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                FetchAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.errorCode);
                    if (message.leaderId != null && $Object.hasOwnProperty.call(message, "leaderId") && message.leaderId !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).sint32(message.leaderId);
                    if (message.leaderEpoch != null && $Object.hasOwnProperty.call(message, "leaderEpoch") && message.leaderEpoch !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.leaderEpoch);
                    if (message.leaderEndpoints != null && message.leaderEndpoints.length)
                        for (let i = 0; i < message.leaderEndpoints.length; ++i)
                            $root.ottla.raft.v1.VoterEndpoint.encode(message.leaderEndpoints[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.highWatermark != null && $Object.hasOwnProperty.call(message, "highWatermark") && (typeof message.highWatermark === "object" ? message.highWatermark.low || message.highWatermark.high : message.highWatermark !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.highWatermark);
                    if (message.diverging != null && $Object.hasOwnProperty.call(message, "diverging"))
                        $root.ottla.raft.v1.EpochEnd.encode(message.diverging, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                    if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                        $root.ottla.raft.v1.SnapshotId.encode(message.snapshot, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                    if (message.records != null && $Object.hasOwnProperty.call(message, "records") && message.records.length)
                        writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.records);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a FetchAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.raft.v1.FetchAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.FetchAnswer & ottla.raft.v1.FetchAnswer.$Shape} FetchAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                FetchAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.raft.v1.FetchAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.errorCode = value;
                                else
                                    delete message.errorCode;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.sint32())
                                    message.leaderId = value;
                                else
                                    delete message.leaderId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.leaderEpoch = value;
                                else
                                    delete message.leaderEpoch;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.leaderEndpoints && message.leaderEndpoints.length))
                                    message.leaderEndpoints = [];
                                message.leaderEndpoints.push($root.ottla.raft.v1.VoterEndpoint.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.highWatermark = value;
                                else
                                    delete message.highWatermark;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.diverging = $root.ottla.raft.v1.EpochEnd.decode(reader, reader.size(), $undefined, _depth + 1, message.diverging);
                                message._diverging = "diverging";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.snapshot = $root.ottla.raft.v1.SnapshotId.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshot);
                                message._snapshot = "snapshot";
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.records = value;
                                else
                                    delete message.records;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return FetchAnswer;
            })();

            v1.FetchSnapshotRequest = (function() {

                /**
                 * Properties of a FetchSnapshotRequest.
                 * @typedef {Object} ottla.raft.v1.FetchSnapshotRequest.$Properties
                 * @property {ottla.raft.v1.ReplicaKey.$Properties|null} [replica] FetchSnapshotRequest replica
                 * @property {number|null} [epoch] FetchSnapshotRequest epoch
                 * @property {ottla.raft.v1.SnapshotId.$Properties|null} [snapshot] FetchSnapshotRequest snapshot
                 * @property {number|null} [position] FetchSnapshotRequest position
                 * @property {number|null} [maxBytes] FetchSnapshotRequest maxBytes
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a FetchSnapshotRequest.
                 * @memberof ottla.raft.v1
                 * @interface IFetchSnapshotRequest
                 * @augments ottla.raft.v1.FetchSnapshotRequest.$Properties
                 * @deprecated Use ottla.raft.v1.FetchSnapshotRequest.$Properties instead.
                 */

                /**
                 * Shape of a FetchSnapshotRequest.
                 * @typedef {ottla.raft.v1.FetchSnapshotRequest.$Properties} ottla.raft.v1.FetchSnapshotRequest.$Shape
                 */

                /**
                 * Constructs a new FetchSnapshotRequest.
                 * @memberof ottla.raft.v1
                 * @classdesc Represents a FetchSnapshotRequest.
                 * @constructor
                 * @param {ottla.raft.v1.FetchSnapshotRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const FetchSnapshotRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * FetchSnapshotRequest replica.
                 * @member {ottla.raft.v1.ReplicaKey.$Properties|null|undefined} replica
                 * @memberof ottla.raft.v1.FetchSnapshotRequest
                 * @instance
                 */
                FetchSnapshotRequest.prototype.replica = null;

                /**
                 * FetchSnapshotRequest epoch.
                 * @member {number} epoch
                 * @memberof ottla.raft.v1.FetchSnapshotRequest
                 * @instance
                 */
                FetchSnapshotRequest.prototype.epoch = 0;

                /**
                 * FetchSnapshotRequest snapshot.
                 * @member {ottla.raft.v1.SnapshotId.$Properties|null|undefined} snapshot
                 * @memberof ottla.raft.v1.FetchSnapshotRequest
                 * @instance
                 */
                FetchSnapshotRequest.prototype.snapshot = null;

                /**
                 * FetchSnapshotRequest position.
                 * @member {number} position
                 * @memberof ottla.raft.v1.FetchSnapshotRequest
                 * @instance
                 */
                FetchSnapshotRequest.prototype.position = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * FetchSnapshotRequest maxBytes.
                 * @member {number} maxBytes
                 * @memberof ottla.raft.v1.FetchSnapshotRequest
                 * @instance
                 */
                FetchSnapshotRequest.prototype.maxBytes = 0;

                /**
                 * Creates a new FetchSnapshotRequest instance using the specified properties.
                 * @function create
                 * @memberof ottla.raft.v1.FetchSnapshotRequest
                 * @static
                 * @param {ottla.raft.v1.FetchSnapshotRequest.$Properties=} [properties] Properties to set
                 * @returns {ottla.raft.v1.FetchSnapshotRequest} FetchSnapshotRequest instance
                 * @type {{
                 *   (properties: ottla.raft.v1.FetchSnapshotRequest.$Shape): ottla.raft.v1.FetchSnapshotRequest & ottla.raft.v1.FetchSnapshotRequest.$Shape;
                 *   (properties?: ottla.raft.v1.FetchSnapshotRequest.$Properties): ottla.raft.v1.FetchSnapshotRequest;
                 * }}
                 */
                FetchSnapshotRequest.create = function(properties) {
                    return new FetchSnapshotRequest(properties);
                };

                /**
                 * Encodes the specified FetchSnapshotRequest message. Does not implicitly {@link ottla.raft.v1.FetchSnapshotRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.raft.v1.FetchSnapshotRequest
                 * @static
                 * @param {ottla.raft.v1.FetchSnapshotRequest.$Properties} message FetchSnapshotRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                FetchSnapshotRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.replica != null && $Object.hasOwnProperty.call(message, "replica"))
                        $root.ottla.raft.v1.ReplicaKey.encode(message.replica, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.epoch);
                    if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                        $root.ottla.raft.v1.SnapshotId.encode(message.snapshot, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.position != null && $Object.hasOwnProperty.call(message, "position") && (typeof message.position === "object" ? message.position.low || message.position.high : message.position !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.position);
                    if (message.maxBytes != null && $Object.hasOwnProperty.call(message, "maxBytes") && message.maxBytes !== 0)
                        writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.maxBytes);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a FetchSnapshotRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.raft.v1.FetchSnapshotRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.FetchSnapshotRequest & ottla.raft.v1.FetchSnapshotRequest.$Shape} FetchSnapshotRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                FetchSnapshotRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.raft.v1.FetchSnapshotRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.replica = $root.ottla.raft.v1.ReplicaKey.decode(reader, reader.size(), $undefined, _depth + 1, message.replica);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.epoch = value;
                                else
                                    delete message.epoch;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.snapshot = $root.ottla.raft.v1.SnapshotId.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshot);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.position = value;
                                else
                                    delete message.position;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.maxBytes = value;
                                else
                                    delete message.maxBytes;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return FetchSnapshotRequest;
            })();

            v1.FetchSnapshotAnswer = (function() {

                /**
                 * Properties of a FetchSnapshotAnswer.
                 * @typedef {Object} ottla.raft.v1.FetchSnapshotAnswer.$Properties
                 * @property {number|null} [errorCode] FetchSnapshotAnswer errorCode
                 * @property {number|null} [leaderId] FetchSnapshotAnswer leaderId
                 * @property {number|null} [leaderEpoch] FetchSnapshotAnswer leaderEpoch
                 * @property {Array.<ottla.raft.v1.VoterEndpoint.$Properties>|null} [leaderEndpoints] FetchSnapshotAnswer leaderEndpoints
                 * @property {number|null} [sizeBytes] FetchSnapshotAnswer sizeBytes
                 * @property {number|null} [position] FetchSnapshotAnswer position
                 * @property {Uint8Array|null} [bytes] FetchSnapshotAnswer bytes
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a FetchSnapshotAnswer.
                 * @memberof ottla.raft.v1
                 * @interface IFetchSnapshotAnswer
                 * @augments ottla.raft.v1.FetchSnapshotAnswer.$Properties
                 * @deprecated Use ottla.raft.v1.FetchSnapshotAnswer.$Properties instead.
                 */

                /**
                 * Shape of a FetchSnapshotAnswer.
                 * @typedef {ottla.raft.v1.FetchSnapshotAnswer.$Properties} ottla.raft.v1.FetchSnapshotAnswer.$Shape
                 */

                /**
                 * Constructs a new FetchSnapshotAnswer.
                 * @memberof ottla.raft.v1
                 * @classdesc Represents a FetchSnapshotAnswer.
                 * @constructor
                 * @param {ottla.raft.v1.FetchSnapshotAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const FetchSnapshotAnswer = function (properties) {
                    this.leaderEndpoints = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * FetchSnapshotAnswer errorCode.
                 * @member {number} errorCode
                 * @memberof ottla.raft.v1.FetchSnapshotAnswer
                 * @instance
                 */
                FetchSnapshotAnswer.prototype.errorCode = 0;

                /**
                 * FetchSnapshotAnswer leaderId.
                 * @member {number} leaderId
                 * @memberof ottla.raft.v1.FetchSnapshotAnswer
                 * @instance
                 */
                FetchSnapshotAnswer.prototype.leaderId = 0;

                /**
                 * FetchSnapshotAnswer leaderEpoch.
                 * @member {number} leaderEpoch
                 * @memberof ottla.raft.v1.FetchSnapshotAnswer
                 * @instance
                 */
                FetchSnapshotAnswer.prototype.leaderEpoch = 0;

                /**
                 * FetchSnapshotAnswer leaderEndpoints.
                 * @member {Array.<ottla.raft.v1.VoterEndpoint.$Properties>} leaderEndpoints
                 * @memberof ottla.raft.v1.FetchSnapshotAnswer
                 * @instance
                 */
                FetchSnapshotAnswer.prototype.leaderEndpoints = $util.emptyArray;

                /**
                 * FetchSnapshotAnswer sizeBytes.
                 * @member {number} sizeBytes
                 * @memberof ottla.raft.v1.FetchSnapshotAnswer
                 * @instance
                 */
                FetchSnapshotAnswer.prototype.sizeBytes = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * FetchSnapshotAnswer position.
                 * @member {number} position
                 * @memberof ottla.raft.v1.FetchSnapshotAnswer
                 * @instance
                 */
                FetchSnapshotAnswer.prototype.position = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * FetchSnapshotAnswer bytes.
                 * @member {Uint8Array} bytes
                 * @memberof ottla.raft.v1.FetchSnapshotAnswer
                 * @instance
                 */
                FetchSnapshotAnswer.prototype.bytes = $util.newBuffer([]);

                /**
                 * Creates a new FetchSnapshotAnswer instance using the specified properties.
                 * @function create
                 * @memberof ottla.raft.v1.FetchSnapshotAnswer
                 * @static
                 * @param {ottla.raft.v1.FetchSnapshotAnswer.$Properties=} [properties] Properties to set
                 * @returns {ottla.raft.v1.FetchSnapshotAnswer} FetchSnapshotAnswer instance
                 * @type {{
                 *   (properties: ottla.raft.v1.FetchSnapshotAnswer.$Shape): ottla.raft.v1.FetchSnapshotAnswer & ottla.raft.v1.FetchSnapshotAnswer.$Shape;
                 *   (properties?: ottla.raft.v1.FetchSnapshotAnswer.$Properties): ottla.raft.v1.FetchSnapshotAnswer;
                 * }}
                 */
                FetchSnapshotAnswer.create = function(properties) {
                    return new FetchSnapshotAnswer(properties);
                };

                /**
                 * Encodes the specified FetchSnapshotAnswer message. Does not implicitly {@link ottla.raft.v1.FetchSnapshotAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.raft.v1.FetchSnapshotAnswer
                 * @static
                 * @param {ottla.raft.v1.FetchSnapshotAnswer.$Properties} message FetchSnapshotAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                FetchSnapshotAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.errorCode);
                    if (message.leaderId != null && $Object.hasOwnProperty.call(message, "leaderId") && message.leaderId !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).sint32(message.leaderId);
                    if (message.leaderEpoch != null && $Object.hasOwnProperty.call(message, "leaderEpoch") && message.leaderEpoch !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.leaderEpoch);
                    if (message.leaderEndpoints != null && message.leaderEndpoints.length)
                        for (let i = 0; i < message.leaderEndpoints.length; ++i)
                            $root.ottla.raft.v1.VoterEndpoint.encode(message.leaderEndpoints[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.sizeBytes != null && $Object.hasOwnProperty.call(message, "sizeBytes") && (typeof message.sizeBytes === "object" ? message.sizeBytes.low || message.sizeBytes.high : message.sizeBytes !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.sizeBytes);
                    if (message.position != null && $Object.hasOwnProperty.call(message, "position") && (typeof message.position === "object" ? message.position.low || message.position.high : message.position !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.position);
                    if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && message.bytes.length)
                        writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.bytes);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a FetchSnapshotAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.raft.v1.FetchSnapshotAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.FetchSnapshotAnswer & ottla.raft.v1.FetchSnapshotAnswer.$Shape} FetchSnapshotAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                FetchSnapshotAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.raft.v1.FetchSnapshotAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.errorCode = value;
                                else
                                    delete message.errorCode;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.sint32())
                                    message.leaderId = value;
                                else
                                    delete message.leaderId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.leaderEpoch = value;
                                else
                                    delete message.leaderEpoch;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.leaderEndpoints && message.leaderEndpoints.length))
                                    message.leaderEndpoints = [];
                                message.leaderEndpoints.push($root.ottla.raft.v1.VoterEndpoint.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.sizeBytes = value;
                                else
                                    delete message.sizeBytes;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.position = value;
                                else
                                    delete message.position;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.bytes = value;
                                else
                                    delete message.bytes;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return FetchSnapshotAnswer;
            })();

            v1.UpdateVoterRequest = (function() {

                /**
                 * Properties of an UpdateVoterRequest.
                 * @typedef {Object} ottla.raft.v1.UpdateVoterRequest.$Properties
                 * @property {ottla.raft.v1.ReplicaKey.$Properties|null} [voter] UpdateVoterRequest voter
                 * @property {number|null} [epoch] UpdateVoterRequest epoch
                 * @property {Array.<ottla.raft.v1.VoterEndpoint.$Properties>|null} [endpoints] UpdateVoterRequest endpoints
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an UpdateVoterRequest.
                 * @memberof ottla.raft.v1
                 * @interface IUpdateVoterRequest
                 * @augments ottla.raft.v1.UpdateVoterRequest.$Properties
                 * @deprecated Use ottla.raft.v1.UpdateVoterRequest.$Properties instead.
                 */

                /**
                 * Shape of an UpdateVoterRequest.
                 * @typedef {ottla.raft.v1.UpdateVoterRequest.$Properties} ottla.raft.v1.UpdateVoterRequest.$Shape
                 */

                /**
                 * Constructs a new UpdateVoterRequest.
                 * @memberof ottla.raft.v1
                 * @classdesc Represents an UpdateVoterRequest.
                 * @constructor
                 * @param {ottla.raft.v1.UpdateVoterRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const UpdateVoterRequest = function (properties) {
                    this.endpoints = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * UpdateVoterRequest voter.
                 * @member {ottla.raft.v1.ReplicaKey.$Properties|null|undefined} voter
                 * @memberof ottla.raft.v1.UpdateVoterRequest
                 * @instance
                 */
                UpdateVoterRequest.prototype.voter = null;

                /**
                 * UpdateVoterRequest epoch.
                 * @member {number} epoch
                 * @memberof ottla.raft.v1.UpdateVoterRequest
                 * @instance
                 */
                UpdateVoterRequest.prototype.epoch = 0;

                /**
                 * UpdateVoterRequest endpoints.
                 * @member {Array.<ottla.raft.v1.VoterEndpoint.$Properties>} endpoints
                 * @memberof ottla.raft.v1.UpdateVoterRequest
                 * @instance
                 */
                UpdateVoterRequest.prototype.endpoints = $util.emptyArray;

                /**
                 * Creates a new UpdateVoterRequest instance using the specified properties.
                 * @function create
                 * @memberof ottla.raft.v1.UpdateVoterRequest
                 * @static
                 * @param {ottla.raft.v1.UpdateVoterRequest.$Properties=} [properties] Properties to set
                 * @returns {ottla.raft.v1.UpdateVoterRequest} UpdateVoterRequest instance
                 * @type {{
                 *   (properties: ottla.raft.v1.UpdateVoterRequest.$Shape): ottla.raft.v1.UpdateVoterRequest & ottla.raft.v1.UpdateVoterRequest.$Shape;
                 *   (properties?: ottla.raft.v1.UpdateVoterRequest.$Properties): ottla.raft.v1.UpdateVoterRequest;
                 * }}
                 */
                UpdateVoterRequest.create = function(properties) {
                    return new UpdateVoterRequest(properties);
                };

                /**
                 * Encodes the specified UpdateVoterRequest message. Does not implicitly {@link ottla.raft.v1.UpdateVoterRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ottla.raft.v1.UpdateVoterRequest
                 * @static
                 * @param {ottla.raft.v1.UpdateVoterRequest.$Properties} message UpdateVoterRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                UpdateVoterRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.voter != null && $Object.hasOwnProperty.call(message, "voter"))
                        $root.ottla.raft.v1.ReplicaKey.encode(message.voter, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.epoch);
                    if (message.endpoints != null && message.endpoints.length)
                        for (let i = 0; i < message.endpoints.length; ++i)
                            $root.ottla.raft.v1.VoterEndpoint.encode(message.endpoints[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an UpdateVoterRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ottla.raft.v1.UpdateVoterRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ottla.raft.v1.UpdateVoterRequest & ottla.raft.v1.UpdateVoterRequest.$Shape} UpdateVoterRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                UpdateVoterRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ottla.raft.v1.UpdateVoterRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.voter = $root.ottla.raft.v1.ReplicaKey.decode(reader, reader.size(), $undefined, _depth + 1, message.voter);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.epoch = value;
                                else
                                    delete message.epoch;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.endpoints && message.endpoints.length))
                                    message.endpoints = [];
                                message.endpoints.push($root.ottla.raft.v1.VoterEndpoint.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return UpdateVoterRequest;
            })();

            return v1;
        })();

        return raft;
    })();

    return ottla;
})();

export {
  $root as default
};
