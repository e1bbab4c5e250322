// Generated from libs/protocol/schema by tools/codegen/messages.ts. Do not edit.
/** The table of all APIs. */
import type { Api } from '../wire/codec.ts';
import type { ProduceRequest, ProduceRequestInput, ProduceResponse, ProduceResponseInput, FetchRequest, FetchRequestInput, FetchResponse, FetchResponseInput, ListOffsetsRequest, ListOffsetsRequestInput, ListOffsetsResponse, ListOffsetsResponseInput, MetadataRequest, MetadataRequestInput, MetadataResponse, MetadataResponseInput, OffsetCommitRequest, OffsetCommitRequestInput, OffsetCommitResponse, OffsetCommitResponseInput, OffsetFetchRequest, OffsetFetchRequestInput, OffsetFetchResponse, OffsetFetchResponseInput, FindCoordinatorRequest, FindCoordinatorRequestInput, FindCoordinatorResponse, FindCoordinatorResponseInput, JoinGroupRequest, JoinGroupRequestInput, JoinGroupResponse, JoinGroupResponseInput, HeartbeatRequest, HeartbeatRequestInput, HeartbeatResponse, HeartbeatResponseInput, LeaveGroupRequest, LeaveGroupRequestInput, LeaveGroupResponse, LeaveGroupResponseInput, SyncGroupRequest, SyncGroupRequestInput, SyncGroupResponse, SyncGroupResponseInput, DescribeGroupsRequest, DescribeGroupsRequestInput, DescribeGroupsResponse, DescribeGroupsResponseInput, ListGroupsRequest, ListGroupsRequestInput, ListGroupsResponse, ListGroupsResponseInput, SaslHandshakeRequest, SaslHandshakeRequestInput, SaslHandshakeResponse, SaslHandshakeResponseInput, ApiVersionsRequest, ApiVersionsRequestInput, ApiVersionsResponse, ApiVersionsResponseInput, CreateTopicsRequest, CreateTopicsRequestInput, CreateTopicsResponse, CreateTopicsResponseInput, DeleteTopicsRequest, DeleteTopicsRequestInput, DeleteTopicsResponse, DeleteTopicsResponseInput, DeleteRecordsRequest, DeleteRecordsRequestInput, DeleteRecordsResponse, DeleteRecordsResponseInput, InitProducerIdRequest, InitProducerIdRequestInput, InitProducerIdResponse, InitProducerIdResponseInput, OffsetForLeaderEpochRequest, OffsetForLeaderEpochRequestInput, OffsetForLeaderEpochResponse, OffsetForLeaderEpochResponseInput, AddPartitionsToTxnRequest, AddPartitionsToTxnRequestInput, AddPartitionsToTxnResponse, AddPartitionsToTxnResponseInput, AddOffsetsToTxnRequest, AddOffsetsToTxnRequestInput, AddOffsetsToTxnResponse, AddOffsetsToTxnResponseInput, EndTxnRequest, EndTxnRequestInput, EndTxnResponse, EndTxnResponseInput, WriteTxnMarkersRequest, WriteTxnMarkersRequestInput, WriteTxnMarkersResponse, WriteTxnMarkersResponseInput, TxnOffsetCommitRequest, TxnOffsetCommitRequestInput, TxnOffsetCommitResponse, TxnOffsetCommitResponseInput, DescribeAclsRequest, DescribeAclsRequestInput, DescribeAclsResponse, DescribeAclsResponseInput, CreateAclsRequest, CreateAclsRequestInput, CreateAclsResponse, CreateAclsResponseInput, DeleteAclsRequest, DeleteAclsRequestInput, DeleteAclsResponse, DeleteAclsResponseInput, DescribeConfigsRequest, DescribeConfigsRequestInput, DescribeConfigsResponse, DescribeConfigsResponseInput, AlterConfigsRequest, AlterConfigsRequestInput, AlterConfigsResponse, AlterConfigsResponseInput, AlterReplicaLogDirsRequest, AlterReplicaLogDirsRequestInput, AlterReplicaLogDirsResponse, AlterReplicaLogDirsResponseInput, DescribeLogDirsRequest, DescribeLogDirsRequestInput, DescribeLogDirsResponse, DescribeLogDirsResponseInput, SaslAuthenticateRequest, SaslAuthenticateRequestInput, SaslAuthenticateResponse, SaslAuthenticateResponseInput, CreatePartitionsRequest, CreatePartitionsRequestInput, CreatePartitionsResponse, CreatePartitionsResponseInput, CreateDelegationTokenRequest, CreateDelegationTokenRequestInput, CreateDelegationTokenResponse, CreateDelegationTokenResponseInput, RenewDelegationTokenRequest, RenewDelegationTokenRequestInput, RenewDelegationTokenResponse, RenewDelegationTokenResponseInput, ExpireDelegationTokenRequest, ExpireDelegationTokenRequestInput, ExpireDelegationTokenResponse, ExpireDelegationTokenResponseInput, DescribeDelegationTokenRequest, DescribeDelegationTokenRequestInput, DescribeDelegationTokenResponse, DescribeDelegationTokenResponseInput, DeleteGroupsRequest, DeleteGroupsRequestInput, DeleteGroupsResponse, DeleteGroupsResponseInput, ElectLeadersRequest, ElectLeadersRequestInput, ElectLeadersResponse, ElectLeadersResponseInput, IncrementalAlterConfigsRequest, IncrementalAlterConfigsRequestInput, IncrementalAlterConfigsResponse, IncrementalAlterConfigsResponseInput, AlterPartitionReassignmentsRequest, AlterPartitionReassignmentsRequestInput, AlterPartitionReassignmentsResponse, AlterPartitionReassignmentsResponseInput, ListPartitionReassignmentsRequest, ListPartitionReassignmentsRequestInput, ListPartitionReassignmentsResponse, ListPartitionReassignmentsResponseInput, OffsetDeleteRequest, OffsetDeleteRequestInput, OffsetDeleteResponse, OffsetDeleteResponseInput, DescribeClientQuotasRequest, DescribeClientQuotasRequestInput, DescribeClientQuotasResponse, DescribeClientQuotasResponseInput, AlterClientQuotasRequest, AlterClientQuotasRequestInput, AlterClientQuotasResponse, AlterClientQuotasResponseInput, DescribeUserScramCredentialsRequest, DescribeUserScramCredentialsRequestInput, DescribeUserScramCredentialsResponse, DescribeUserScramCredentialsResponseInput, AlterUserScramCredentialsRequest, AlterUserScramCredentialsRequestInput, AlterUserScramCredentialsResponse, AlterUserScramCredentialsResponseInput, DescribeQuorumRequest, DescribeQuorumRequestInput, DescribeQuorumResponse, DescribeQuorumResponseInput, UpdateFeaturesRequest, UpdateFeaturesRequestInput, UpdateFeaturesResponse, UpdateFeaturesResponseInput, DescribeClusterRequest, DescribeClusterRequestInput, DescribeClusterResponse, DescribeClusterResponseInput, DescribeProducersRequest, DescribeProducersRequestInput, DescribeProducersResponse, DescribeProducersResponseInput, UnregisterBrokerRequest, UnregisterBrokerRequestInput, UnregisterBrokerResponse, UnregisterBrokerResponseInput, DescribeTransactionsRequest, DescribeTransactionsRequestInput, DescribeTransactionsResponse, DescribeTransactionsResponseInput, ListTransactionsRequest, ListTransactionsRequestInput, ListTransactionsResponse, ListTransactionsResponseInput, ConsumerGroupHeartbeatRequest, ConsumerGroupHeartbeatRequestInput, ConsumerGroupHeartbeatResponse, ConsumerGroupHeartbeatResponseInput, ConsumerGroupDescribeRequest, ConsumerGroupDescribeRequestInput, ConsumerGroupDescribeResponse, ConsumerGroupDescribeResponseInput, GetTelemetrySubscriptionsRequest, GetTelemetrySubscriptionsRequestInput, GetTelemetrySubscriptionsResponse, GetTelemetrySubscriptionsResponseInput, PushTelemetryRequest, PushTelemetryRequestInput, PushTelemetryResponse, PushTelemetryResponseInput, ListConfigResourcesRequest, ListConfigResourcesRequestInput, ListConfigResourcesResponse, ListConfigResourcesResponseInput, DescribeTopicPartitionsRequest, DescribeTopicPartitionsRequestInput, DescribeTopicPartitionsResponse, DescribeTopicPartitionsResponseInput, ShareGroupHeartbeatRequest, ShareGroupHeartbeatRequestInput, ShareGroupHeartbeatResponse, ShareGroupHeartbeatResponseInput, ShareGroupDescribeRequest, ShareGroupDescribeRequestInput, ShareGroupDescribeResponse, ShareGroupDescribeResponseInput, ShareFetchRequest, ShareFetchRequestInput, ShareFetchResponse, ShareFetchResponseInput, ShareAcknowledgeRequest, ShareAcknowledgeRequestInput, ShareAcknowledgeResponse, ShareAcknowledgeResponseInput, AddRaftVoterRequest, AddRaftVoterRequestInput, AddRaftVoterResponse, AddRaftVoterResponseInput, RemoveRaftVoterRequest, RemoveRaftVoterRequestInput, RemoveRaftVoterResponse, RemoveRaftVoterResponseInput, InitializeShareGroupStateRequest, InitializeShareGroupStateRequestInput, InitializeShareGroupStateResponse, InitializeShareGroupStateResponseInput, ReadShareGroupStateRequest, ReadShareGroupStateRequestInput, ReadShareGroupStateResponse, ReadShareGroupStateResponseInput, WriteShareGroupStateRequest, WriteShareGroupStateRequestInput, WriteShareGroupStateResponse, WriteShareGroupStateResponseInput, DeleteShareGroupStateRequest, DeleteShareGroupStateRequestInput, DeleteShareGroupStateResponse, DeleteShareGroupStateResponseInput, ReadShareGroupStateSummaryRequest, ReadShareGroupStateSummaryRequestInput, ReadShareGroupStateSummaryResponse, ReadShareGroupStateSummaryResponseInput, StreamsGroupHeartbeatRequest, StreamsGroupHeartbeatRequestInput, StreamsGroupHeartbeatResponse, StreamsGroupHeartbeatResponseInput, StreamsGroupDescribeRequest, StreamsGroupDescribeRequestInput, StreamsGroupDescribeResponse, StreamsGroupDescribeResponseInput, DescribeShareGroupOffsetsRequest, DescribeShareGroupOffsetsRequestInput, DescribeShareGroupOffsetsResponse, DescribeShareGroupOffsetsResponseInput, AlterShareGroupOffsetsRequest, AlterShareGroupOffsetsRequestInput, AlterShareGroupOffsetsResponse, AlterShareGroupOffsetsResponseInput, DeleteShareGroupOffsetsRequest, DeleteShareGroupOffsetsRequestInput, DeleteShareGroupOffsetsResponse, DeleteShareGroupOffsetsResponseInput } from './client-apis.ts';
import type { VoteRequest, VoteRequestInput, VoteResponse, VoteResponseInput, BeginQuorumEpochRequest, BeginQuorumEpochRequestInput, BeginQuorumEpochResponse, BeginQuorumEpochResponseInput, EndQuorumEpochRequest, EndQuorumEpochRequestInput, EndQuorumEpochResponse, EndQuorumEpochResponseInput, AlterPartitionRequest, AlterPartitionRequestInput, AlterPartitionResponse, AlterPartitionResponseInput, EnvelopeRequest, EnvelopeRequestInput, EnvelopeResponse, EnvelopeResponseInput, FetchSnapshotRequest, FetchSnapshotRequestInput, FetchSnapshotResponse, FetchSnapshotResponseInput, BrokerRegistrationRequest, BrokerRegistrationRequestInput, BrokerRegistrationResponse, BrokerRegistrationResponseInput, BrokerHeartbeatRequest, BrokerHeartbeatRequestInput, BrokerHeartbeatResponse, BrokerHeartbeatResponseInput, AllocateProducerIdsRequest, AllocateProducerIdsRequestInput, AllocateProducerIdsResponse, AllocateProducerIdsResponseInput, ControllerRegistrationRequest, ControllerRegistrationRequestInput, ControllerRegistrationResponse, ControllerRegistrationResponseInput, AssignReplicasToDirsRequest, AssignReplicasToDirsRequestInput, AssignReplicasToDirsResponse, AssignReplicasToDirsResponseInput, UpdateRaftVoterRequest, UpdateRaftVoterRequestInput, UpdateRaftVoterResponse, UpdateRaftVoterResponseInput } from './controller-apis.ts';
import { ProduceRequestCodec, ProduceResponseCodec, FetchRequestCodec, FetchResponseCodec, ListOffsetsRequestCodec, ListOffsetsResponseCodec, MetadataRequestCodec, MetadataResponseCodec, OffsetCommitRequestCodec, OffsetCommitResponseCodec, OffsetFetchRequestCodec, OffsetFetchResponseCodec, FindCoordinatorRequestCodec, FindCoordinatorResponseCodec, JoinGroupRequestCodec, JoinGroupResponseCodec, HeartbeatRequestCodec, HeartbeatResponseCodec, LeaveGroupRequestCodec, LeaveGroupResponseCodec, SyncGroupRequestCodec, SyncGroupResponseCodec, DescribeGroupsRequestCodec, DescribeGroupsResponseCodec, ListGroupsRequestCodec, ListGroupsResponseCodec, SaslHandshakeRequestCodec, SaslHandshakeResponseCodec, ApiVersionsRequestCodec, ApiVersionsResponseCodec, CreateTopicsRequestCodec, CreateTopicsResponseCodec, DeleteTopicsRequestCodec, DeleteTopicsResponseCodec, DeleteRecordsRequestCodec, DeleteRecordsResponseCodec, InitProducerIdRequestCodec, InitProducerIdResponseCodec, OffsetForLeaderEpochRequestCodec, OffsetForLeaderEpochResponseCodec, AddPartitionsToTxnRequestCodec, AddPartitionsToTxnResponseCodec, AddOffsetsToTxnRequestCodec, AddOffsetsToTxnResponseCodec, EndTxnRequestCodec, EndTxnResponseCodec, WriteTxnMarkersRequestCodec, WriteTxnMarkersResponseCodec, TxnOffsetCommitRequestCodec, TxnOffsetCommitResponseCodec, DescribeAclsRequestCodec, DescribeAclsResponseCodec, CreateAclsRequestCodec, CreateAclsResponseCodec, DeleteAclsRequestCodec, DeleteAclsResponseCodec, DescribeConfigsRequestCodec, DescribeConfigsResponseCodec, AlterConfigsRequestCodec, AlterConfigsResponseCodec, AlterReplicaLogDirsRequestCodec, AlterReplicaLogDirsResponseCodec, DescribeLogDirsRequestCodec, DescribeLogDirsResponseCodec, SaslAuthenticateRequestCodec, SaslAuthenticateResponseCodec, CreatePartitionsRequestCodec, CreatePartitionsResponseCodec, CreateDelegationTokenRequestCodec, CreateDelegationTokenResponseCodec, RenewDelegationTokenRequestCodec, RenewDelegationTokenResponseCodec, ExpireDelegationTokenRequestCodec, ExpireDelegationTokenResponseCodec, DescribeDelegationTokenRequestCodec, DescribeDelegationTokenResponseCodec, DeleteGroupsRequestCodec, DeleteGroupsResponseCodec, ElectLeadersRequestCodec, ElectLeadersResponseCodec, IncrementalAlterConfigsRequestCodec, IncrementalAlterConfigsResponseCodec, AlterPartitionReassignmentsRequestCodec, AlterPartitionReassignmentsResponseCodec, ListPartitionReassignmentsRequestCodec, ListPartitionReassignmentsResponseCodec, OffsetDeleteRequestCodec, OffsetDeleteResponseCodec, DescribeClientQuotasRequestCodec, DescribeClientQuotasResponseCodec, AlterClientQuotasRequestCodec, AlterClientQuotasResponseCodec, DescribeUserScramCredentialsRequestCodec, DescribeUserScramCredentialsResponseCodec, AlterUserScramCredentialsRequestCodec, AlterUserScramCredentialsResponseCodec, DescribeQuorumRequestCodec, DescribeQuorumResponseCodec, UpdateFeaturesRequestCodec, UpdateFeaturesResponseCodec, DescribeClusterRequestCodec, DescribeClusterResponseCodec, DescribeProducersRequestCodec, DescribeProducersResponseCodec, UnregisterBrokerRequestCodec, UnregisterBrokerResponseCodec, DescribeTransactionsRequestCodec, DescribeTransactionsResponseCodec, ListTransactionsRequestCodec, ListTransactionsResponseCodec, ConsumerGroupHeartbeatRequestCodec, ConsumerGroupHeartbeatResponseCodec, ConsumerGroupDescribeRequestCodec, ConsumerGroupDescribeResponseCodec, GetTelemetrySubscriptionsRequestCodec, GetTelemetrySubscriptionsResponseCodec, PushTelemetryRequestCodec, PushTelemetryResponseCodec, ListConfigResourcesRequestCodec, ListConfigResourcesResponseCodec, DescribeTopicPartitionsRequestCodec, DescribeTopicPartitionsResponseCodec, ShareGroupHeartbeatRequestCodec, ShareGroupHeartbeatResponseCodec, ShareGroupDescribeRequestCodec, ShareGroupDescribeResponseCodec, ShareFetchRequestCodec, ShareFetchResponseCodec, ShareAcknowledgeRequestCodec, ShareAcknowledgeResponseCodec, AddRaftVoterRequestCodec, AddRaftVoterResponseCodec, RemoveRaftVoterRequestCodec, RemoveRaftVoterResponseCodec, InitializeShareGroupStateRequestCodec, InitializeShareGroupStateResponseCodec, ReadShareGroupStateRequestCodec, ReadShareGroupStateResponseCodec, WriteShareGroupStateRequestCodec, WriteShareGroupStateResponseCodec, DeleteShareGroupStateRequestCodec, DeleteShareGroupStateResponseCodec, ReadShareGroupStateSummaryRequestCodec, ReadShareGroupStateSummaryResponseCodec, StreamsGroupHeartbeatRequestCodec, StreamsGroupHeartbeatResponseCodec, StreamsGroupDescribeRequestCodec, StreamsGroupDescribeResponseCodec, DescribeShareGroupOffsetsRequestCodec, DescribeShareGroupOffsetsResponseCodec, AlterShareGroupOffsetsRequestCodec, AlterShareGroupOffsetsResponseCodec, DeleteShareGroupOffsetsRequestCodec, DeleteShareGroupOffsetsResponseCodec } from './client-apis.ts';
import { VoteRequestCodec, VoteResponseCodec, BeginQuorumEpochRequestCodec, BeginQuorumEpochResponseCodec, EndQuorumEpochRequestCodec, EndQuorumEpochResponseCodec, AlterPartitionRequestCodec, AlterPartitionResponseCodec, EnvelopeRequestCodec, EnvelopeResponseCodec, FetchSnapshotRequestCodec, FetchSnapshotResponseCodec, BrokerRegistrationRequestCodec, BrokerRegistrationResponseCodec, BrokerHeartbeatRequestCodec, BrokerHeartbeatResponseCodec, AllocateProducerIdsRequestCodec, AllocateProducerIdsResponseCodec, ControllerRegistrationRequestCodec, ControllerRegistrationResponseCodec, AssignReplicasToDirsRequestCodec, AssignReplicasToDirsResponseCodec, UpdateRaftVoterRequestCodec, UpdateRaftVoterResponseCodec } from './controller-apis.ts';

/** API keys by name. */
export const ApiKeys = {
  Produce: 0,
  Fetch: 1,
  ListOffsets: 2,
  Metadata: 3,
  OffsetCommit: 8,
  OffsetFetch: 9,
  FindCoordinator: 10,
  JoinGroup: 11,
  Heartbeat: 12,
  LeaveGroup: 13,
  SyncGroup: 14,
  DescribeGroups: 15,
  ListGroups: 16,
  SaslHandshake: 17,
  ApiVersions: 18,
  CreateTopics: 19,
  DeleteTopics: 20,
  DeleteRecords: 21,
  InitProducerId: 22,
  OffsetForLeaderEpoch: 23,
  AddPartitionsToTxn: 24,
  AddOffsetsToTxn: 25,
  EndTxn: 26,
  WriteTxnMarkers: 27,
  TxnOffsetCommit: 28,
  DescribeAcls: 29,
  CreateAcls: 30,
  DeleteAcls: 31,
  DescribeConfigs: 32,
  AlterConfigs: 33,
  AlterReplicaLogDirs: 34,
  DescribeLogDirs: 35,
  SaslAuthenticate: 36,
  CreatePartitions: 37,
  CreateDelegationToken: 38,
  RenewDelegationToken: 39,
  ExpireDelegationToken: 40,
  DescribeDelegationToken: 41,
  DeleteGroups: 42,
  ElectLeaders: 43,
  IncrementalAlterConfigs: 44,
  AlterPartitionReassignments: 45,
  ListPartitionReassignments: 46,
  OffsetDelete: 47,
  DescribeClientQuotas: 48,
  AlterClientQuotas: 49,
  DescribeUserScramCredentials: 50,
  AlterUserScramCredentials: 51,
  Vote: 52,
  BeginQuorumEpoch: 53,
  EndQuorumEpoch: 54,
  DescribeQuorum: 55,
  AlterPartition: 56,
  UpdateFeatures: 57,
  Envelope: 58,
  FetchSnapshot: 59,
  DescribeCluster: 60,
  DescribeProducers: 61,
  BrokerRegistration: 62,
  BrokerHeartbeat: 63,
  UnregisterBroker: 64,
  DescribeTransactions: 65,
  ListTransactions: 66,
  AllocateProducerIds: 67,
  ConsumerGroupHeartbeat: 68,
  ConsumerGroupDescribe: 69,
  ControllerRegistration: 70,
  GetTelemetrySubscriptions: 71,
  PushTelemetry: 72,
  AssignReplicasToDirs: 73,
  ListConfigResources: 74,
  DescribeTopicPartitions: 75,
  ShareGroupHeartbeat: 76,
  ShareGroupDescribe: 77,
  ShareFetch: 78,
  ShareAcknowledge: 79,
  AddRaftVoter: 80,
  RemoveRaftVoter: 81,
  UpdateRaftVoter: 82,
  InitializeShareGroupState: 83,
  ReadShareGroupState: 84,
  WriteShareGroupState: 85,
  DeleteShareGroupState: 86,
  ReadShareGroupStateSummary: 87,
  StreamsGroupHeartbeat: 88,
  StreamsGroupDescribe: 89,
  DescribeShareGroupOffsets: 90,
  AlterShareGroupOffsets: 91,
  DeleteShareGroupOffsets: 92,
} as const;

export type ApiKey = (typeof ApiKeys)[keyof typeof ApiKeys];

/** The message types of each API. */
export interface ApiTypes {
  0: { request: ProduceRequest; requestInput: ProduceRequestInput; response: ProduceResponse; responseInput: ProduceResponseInput };
  1: { request: FetchRequest; requestInput: FetchRequestInput; response: FetchResponse; responseInput: FetchResponseInput };
  2: { request: ListOffsetsRequest; requestInput: ListOffsetsRequestInput; response: ListOffsetsResponse; responseInput: ListOffsetsResponseInput };
  3: { request: MetadataRequest; requestInput: MetadataRequestInput; response: MetadataResponse; responseInput: MetadataResponseInput };
  8: { request: OffsetCommitRequest; requestInput: OffsetCommitRequestInput; response: OffsetCommitResponse; responseInput: OffsetCommitResponseInput };
  9: { request: OffsetFetchRequest; requestInput: OffsetFetchRequestInput; response: OffsetFetchResponse; responseInput: OffsetFetchResponseInput };
  10: { request: FindCoordinatorRequest; requestInput: FindCoordinatorRequestInput; response: FindCoordinatorResponse; responseInput: FindCoordinatorResponseInput };
  11: { request: JoinGroupRequest; requestInput: JoinGroupRequestInput; response: JoinGroupResponse; responseInput: JoinGroupResponseInput };
  12: { request: HeartbeatRequest; requestInput: HeartbeatRequestInput; response: HeartbeatResponse; responseInput: HeartbeatResponseInput };
  13: { request: LeaveGroupRequest; requestInput: LeaveGroupRequestInput; response: LeaveGroupResponse; responseInput: LeaveGroupResponseInput };
  14: { request: SyncGroupRequest; requestInput: SyncGroupRequestInput; response: SyncGroupResponse; responseInput: SyncGroupResponseInput };
  15: { request: DescribeGroupsRequest; requestInput: DescribeGroupsRequestInput; response: DescribeGroupsResponse; responseInput: DescribeGroupsResponseInput };
  16: { request: ListGroupsRequest; requestInput: ListGroupsRequestInput; response: ListGroupsResponse; responseInput: ListGroupsResponseInput };
  17: { request: SaslHandshakeRequest; requestInput: SaslHandshakeRequestInput; response: SaslHandshakeResponse; responseInput: SaslHandshakeResponseInput };
  18: { request: ApiVersionsRequest; requestInput: ApiVersionsRequestInput; response: ApiVersionsResponse; responseInput: ApiVersionsResponseInput };
  19: { request: CreateTopicsRequest; requestInput: CreateTopicsRequestInput; response: CreateTopicsResponse; responseInput: CreateTopicsResponseInput };
  20: { request: DeleteTopicsRequest; requestInput: DeleteTopicsRequestInput; response: DeleteTopicsResponse; responseInput: DeleteTopicsResponseInput };
  21: { request: DeleteRecordsRequest; requestInput: DeleteRecordsRequestInput; response: DeleteRecordsResponse; responseInput: DeleteRecordsResponseInput };
  22: { request: InitProducerIdRequest; requestInput: InitProducerIdRequestInput; response: InitProducerIdResponse; responseInput: InitProducerIdResponseInput };
  23: { request: OffsetForLeaderEpochRequest; requestInput: OffsetForLeaderEpochRequestInput; response: OffsetForLeaderEpochResponse; responseInput: OffsetForLeaderEpochResponseInput };
  24: { request: AddPartitionsToTxnRequest; requestInput: AddPartitionsToTxnRequestInput; response: AddPartitionsToTxnResponse; responseInput: AddPartitionsToTxnResponseInput };
  25: { request: AddOffsetsToTxnRequest; requestInput: AddOffsetsToTxnRequestInput; response: AddOffsetsToTxnResponse; responseInput: AddOffsetsToTxnResponseInput };
  26: { request: EndTxnRequest; requestInput: EndTxnRequestInput; response: EndTxnResponse; responseInput: EndTxnResponseInput };
  27: { request: WriteTxnMarkersRequest; requestInput: WriteTxnMarkersRequestInput; response: WriteTxnMarkersResponse; responseInput: WriteTxnMarkersResponseInput };
  28: { request: TxnOffsetCommitRequest; requestInput: TxnOffsetCommitRequestInput; response: TxnOffsetCommitResponse; responseInput: TxnOffsetCommitResponseInput };
  29: { request: DescribeAclsRequest; requestInput: DescribeAclsRequestInput; response: DescribeAclsResponse; responseInput: DescribeAclsResponseInput };
  30: { request: CreateAclsRequest; requestInput: CreateAclsRequestInput; response: CreateAclsResponse; responseInput: CreateAclsResponseInput };
  31: { request: DeleteAclsRequest; requestInput: DeleteAclsRequestInput; response: DeleteAclsResponse; responseInput: DeleteAclsResponseInput };
  32: { request: DescribeConfigsRequest; requestInput: DescribeConfigsRequestInput; response: DescribeConfigsResponse; responseInput: DescribeConfigsResponseInput };
  33: { request: AlterConfigsRequest; requestInput: AlterConfigsRequestInput; response: AlterConfigsResponse; responseInput: AlterConfigsResponseInput };
  34: { request: AlterReplicaLogDirsRequest; requestInput: AlterReplicaLogDirsRequestInput; response: AlterReplicaLogDirsResponse; responseInput: AlterReplicaLogDirsResponseInput };
  35: { request: DescribeLogDirsRequest; requestInput: DescribeLogDirsRequestInput; response: DescribeLogDirsResponse; responseInput: DescribeLogDirsResponseInput };
  36: { request: SaslAuthenticateRequest; requestInput: SaslAuthenticateRequestInput; response: SaslAuthenticateResponse; responseInput: SaslAuthenticateResponseInput };
  37: { request: CreatePartitionsRequest; requestInput: CreatePartitionsRequestInput; response: CreatePartitionsResponse; responseInput: CreatePartitionsResponseInput };
  38: { request: CreateDelegationTokenRequest; requestInput: CreateDelegationTokenRequestInput; response: CreateDelegationTokenResponse; responseInput: CreateDelegationTokenResponseInput };
  39: { request: RenewDelegationTokenRequest; requestInput: RenewDelegationTokenRequestInput; response: RenewDelegationTokenResponse; responseInput: RenewDelegationTokenResponseInput };
  40: { request: ExpireDelegationTokenRequest; requestInput: ExpireDelegationTokenRequestInput; response: ExpireDelegationTokenResponse; responseInput: ExpireDelegationTokenResponseInput };
  41: { request: DescribeDelegationTokenRequest; requestInput: DescribeDelegationTokenRequestInput; response: DescribeDelegationTokenResponse; responseInput: DescribeDelegationTokenResponseInput };
  42: { request: DeleteGroupsRequest; requestInput: DeleteGroupsRequestInput; response: DeleteGroupsResponse; responseInput: DeleteGroupsResponseInput };
  43: { request: ElectLeadersRequest; requestInput: ElectLeadersRequestInput; response: ElectLeadersResponse; responseInput: ElectLeadersResponseInput };
  44: { request: IncrementalAlterConfigsRequest; requestInput: IncrementalAlterConfigsRequestInput; response: IncrementalAlterConfigsResponse; responseInput: IncrementalAlterConfigsResponseInput };
  45: { request: AlterPartitionReassignmentsRequest; requestInput: AlterPartitionReassignmentsRequestInput; response: AlterPartitionReassignmentsResponse; responseInput: AlterPartitionReassignmentsResponseInput };
  46: { request: ListPartitionReassignmentsRequest; requestInput: ListPartitionReassignmentsRequestInput; response: ListPartitionReassignmentsResponse; responseInput: ListPartitionReassignmentsResponseInput };
  47: { request: OffsetDeleteRequest; requestInput: OffsetDeleteRequestInput; response: OffsetDeleteResponse; responseInput: OffsetDeleteResponseInput };
  48: { request: DescribeClientQuotasRequest; requestInput: DescribeClientQuotasRequestInput; response: DescribeClientQuotasResponse; responseInput: DescribeClientQuotasResponseInput };
  49: { request: AlterClientQuotasRequest; requestInput: AlterClientQuotasRequestInput; response: AlterClientQuotasResponse; responseInput: AlterClientQuotasResponseInput };
  50: { request: DescribeUserScramCredentialsRequest; requestInput: DescribeUserScramCredentialsRequestInput; response: DescribeUserScramCredentialsResponse; responseInput: DescribeUserScramCredentialsResponseInput };
  51: { request: AlterUserScramCredentialsRequest; requestInput: AlterUserScramCredentialsRequestInput; response: AlterUserScramCredentialsResponse; responseInput: AlterUserScramCredentialsResponseInput };
  52: { request: VoteRequest; requestInput: VoteRequestInput; response: VoteResponse; responseInput: VoteResponseInput };
  53: { request: BeginQuorumEpochRequest; requestInput: BeginQuorumEpochRequestInput; response: BeginQuorumEpochResponse; responseInput: BeginQuorumEpochResponseInput };
  54: { request: EndQuorumEpochRequest; requestInput: EndQuorumEpochRequestInput; response: EndQuorumEpochResponse; responseInput: EndQuorumEpochResponseInput };
  55: { request: DescribeQuorumRequest; requestInput: DescribeQuorumRequestInput; response: DescribeQuorumResponse; responseInput: DescribeQuorumResponseInput };
  56: { request: AlterPartitionRequest; requestInput: AlterPartitionRequestInput; response: AlterPartitionResponse; responseInput: AlterPartitionResponseInput };
  57: { request: UpdateFeaturesRequest; requestInput: UpdateFeaturesRequestInput; response: UpdateFeaturesResponse; responseInput: UpdateFeaturesResponseInput };
  58: { request: EnvelopeRequest; requestInput: EnvelopeRequestInput; response: EnvelopeResponse; responseInput: EnvelopeResponseInput };
  59: { request: FetchSnapshotRequest; requestInput: FetchSnapshotRequestInput; response: FetchSnapshotResponse; responseInput: FetchSnapshotResponseInput };
  60: { request: DescribeClusterRequest; requestInput: DescribeClusterRequestInput; response: DescribeClusterResponse; responseInput: DescribeClusterResponseInput };
  61: { request: DescribeProducersRequest; requestInput: DescribeProducersRequestInput; response: DescribeProducersResponse; responseInput: DescribeProducersResponseInput };
  62: { request: BrokerRegistrationRequest; requestInput: BrokerRegistrationRequestInput; response: BrokerRegistrationResponse; responseInput: BrokerRegistrationResponseInput };
  63: { request: BrokerHeartbeatRequest; requestInput: BrokerHeartbeatRequestInput; response: BrokerHeartbeatResponse; responseInput: BrokerHeartbeatResponseInput };
  64: { request: UnregisterBrokerRequest; requestInput: UnregisterBrokerRequestInput; response: UnregisterBrokerResponse; responseInput: UnregisterBrokerResponseInput };
  65: { request: DescribeTransactionsRequest; requestInput: DescribeTransactionsRequestInput; response: DescribeTransactionsResponse; responseInput: DescribeTransactionsResponseInput };
  66: { request: ListTransactionsRequest; requestInput: ListTransactionsRequestInput; response: ListTransactionsResponse; responseInput: ListTransactionsResponseInput };
  67: { request: AllocateProducerIdsRequest; requestInput: AllocateProducerIdsRequestInput; response: AllocateProducerIdsResponse; responseInput: AllocateProducerIdsResponseInput };
  68: { request: ConsumerGroupHeartbeatRequest; requestInput: ConsumerGroupHeartbeatRequestInput; response: ConsumerGroupHeartbeatResponse; responseInput: ConsumerGroupHeartbeatResponseInput };
  69: { request: ConsumerGroupDescribeRequest; requestInput: ConsumerGroupDescribeRequestInput; response: ConsumerGroupDescribeResponse; responseInput: ConsumerGroupDescribeResponseInput };
  70: { request: ControllerRegistrationRequest; requestInput: ControllerRegistrationRequestInput; response: ControllerRegistrationResponse; responseInput: ControllerRegistrationResponseInput };
  71: { request: GetTelemetrySubscriptionsRequest; requestInput: GetTelemetrySubscriptionsRequestInput; response: GetTelemetrySubscriptionsResponse; responseInput: GetTelemetrySubscriptionsResponseInput };
  72: { request: PushTelemetryRequest; requestInput: PushTelemetryRequestInput; response: PushTelemetryResponse; responseInput: PushTelemetryResponseInput };
  73: { request: AssignReplicasToDirsRequest; requestInput: AssignReplicasToDirsRequestInput; response: AssignReplicasToDirsResponse; responseInput: AssignReplicasToDirsResponseInput };
  74: { request: ListConfigResourcesRequest; requestInput: ListConfigResourcesRequestInput; response: ListConfigResourcesResponse; responseInput: ListConfigResourcesResponseInput };
  75: { request: DescribeTopicPartitionsRequest; requestInput: DescribeTopicPartitionsRequestInput; response: DescribeTopicPartitionsResponse; responseInput: DescribeTopicPartitionsResponseInput };
  76: { request: ShareGroupHeartbeatRequest; requestInput: ShareGroupHeartbeatRequestInput; response: ShareGroupHeartbeatResponse; responseInput: ShareGroupHeartbeatResponseInput };
  77: { request: ShareGroupDescribeRequest; requestInput: ShareGroupDescribeRequestInput; response: ShareGroupDescribeResponse; responseInput: ShareGroupDescribeResponseInput };
  78: { request: ShareFetchRequest; requestInput: ShareFetchRequestInput; response: ShareFetchResponse; responseInput: ShareFetchResponseInput };
  79: { request: ShareAcknowledgeRequest; requestInput: ShareAcknowledgeRequestInput; response: ShareAcknowledgeResponse; responseInput: ShareAcknowledgeResponseInput };
  80: { request: AddRaftVoterRequest; requestInput: AddRaftVoterRequestInput; response: AddRaftVoterResponse; responseInput: AddRaftVoterResponseInput };
  81: { request: RemoveRaftVoterRequest; requestInput: RemoveRaftVoterRequestInput; response: RemoveRaftVoterResponse; responseInput: RemoveRaftVoterResponseInput };
  82: { request: UpdateRaftVoterRequest; requestInput: UpdateRaftVoterRequestInput; response: UpdateRaftVoterResponse; responseInput: UpdateRaftVoterResponseInput };
  83: { request: InitializeShareGroupStateRequest; requestInput: InitializeShareGroupStateRequestInput; response: InitializeShareGroupStateResponse; responseInput: InitializeShareGroupStateResponseInput };
  84: { request: ReadShareGroupStateRequest; requestInput: ReadShareGroupStateRequestInput; response: ReadShareGroupStateResponse; responseInput: ReadShareGroupStateResponseInput };
  85: { request: WriteShareGroupStateRequest; requestInput: WriteShareGroupStateRequestInput; response: WriteShareGroupStateResponse; responseInput: WriteShareGroupStateResponseInput };
  86: { request: DeleteShareGroupStateRequest; requestInput: DeleteShareGroupStateRequestInput; response: DeleteShareGroupStateResponse; responseInput: DeleteShareGroupStateResponseInput };
  87: { request: ReadShareGroupStateSummaryRequest; requestInput: ReadShareGroupStateSummaryRequestInput; response: ReadShareGroupStateSummaryResponse; responseInput: ReadShareGroupStateSummaryResponseInput };
  88: { request: StreamsGroupHeartbeatRequest; requestInput: StreamsGroupHeartbeatRequestInput; response: StreamsGroupHeartbeatResponse; responseInput: StreamsGroupHeartbeatResponseInput };
  89: { request: StreamsGroupDescribeRequest; requestInput: StreamsGroupDescribeRequestInput; response: StreamsGroupDescribeResponse; responseInput: StreamsGroupDescribeResponseInput };
  90: { request: DescribeShareGroupOffsetsRequest; requestInput: DescribeShareGroupOffsetsRequestInput; response: DescribeShareGroupOffsetsResponse; responseInput: DescribeShareGroupOffsetsResponseInput };
  91: { request: AlterShareGroupOffsetsRequest; requestInput: AlterShareGroupOffsetsRequestInput; response: AlterShareGroupOffsetsResponse; responseInput: AlterShareGroupOffsetsResponseInput };
  92: { request: DeleteShareGroupOffsetsRequest; requestInput: DeleteShareGroupOffsetsRequestInput; response: DeleteShareGroupOffsetsResponse; responseInput: DeleteShareGroupOffsetsResponseInput };
}

/** All APIs by key. */
export const apis: { readonly [K in ApiKey]: Api<K, ApiTypes[K]['request'], ApiTypes[K]['requestInput'], ApiTypes[K]['response'], ApiTypes[K]['responseInput']> } = {
  0: { key: 0, name: 'Produce', listeners: ['broker'], request: ProduceRequestCodec, response: ProduceResponseCodec },
  1: { key: 1, name: 'Fetch', listeners: ['broker', 'controller'], request: FetchRequestCodec, response: FetchResponseCodec },
  2: { key: 2, name: 'ListOffsets', listeners: ['broker'], request: ListOffsetsRequestCodec, response: ListOffsetsResponseCodec },
  3: { key: 3, name: 'Metadata', listeners: ['broker'], request: MetadataRequestCodec, response: MetadataResponseCodec },
  8: { key: 8, name: 'OffsetCommit', listeners: ['broker'], request: OffsetCommitRequestCodec, response: OffsetCommitResponseCodec },
  9: { key: 9, name: 'OffsetFetch', listeners: ['broker'], request: OffsetFetchRequestCodec, response: OffsetFetchResponseCodec },
  10: { key: 10, name: 'FindCoordinator', listeners: ['broker'], request: FindCoordinatorRequestCodec, response: FindCoordinatorResponseCodec },
  11: { key: 11, name: 'JoinGroup', listeners: ['broker'], request: JoinGroupRequestCodec, response: JoinGroupResponseCodec },
  12: { key: 12, name: 'Heartbeat', listeners: ['broker'], request: HeartbeatRequestCodec, response: HeartbeatResponseCodec },
  13: { key: 13, name: 'LeaveGroup', listeners: ['broker'], request: LeaveGroupRequestCodec, response: LeaveGroupResponseCodec },
  14: { key: 14, name: 'SyncGroup', listeners: ['broker'], request: SyncGroupRequestCodec, response: SyncGroupResponseCodec },
  15: { key: 15, name: 'DescribeGroups', listeners: ['broker'], request: DescribeGroupsRequestCodec, response: DescribeGroupsResponseCodec },
  16: { key: 16, name: 'ListGroups', listeners: ['broker'], request: ListGroupsRequestCodec, response: ListGroupsResponseCodec },
  17: { key: 17, name: 'SaslHandshake', listeners: ['broker', 'controller'], request: SaslHandshakeRequestCodec, response: SaslHandshakeResponseCodec },
  18: { key: 18, name: 'ApiVersions', listeners: ['broker', 'controller'], request: ApiVersionsRequestCodec, response: ApiVersionsResponseCodec },
  19: { key: 19, name: 'CreateTopics', listeners: ['broker', 'controller'], request: CreateTopicsRequestCodec, response: CreateTopicsResponseCodec },
  20: { key: 20, name: 'DeleteTopics', listeners: ['broker', 'controller'], request: DeleteTopicsRequestCodec, response: DeleteTopicsResponseCodec },
  21: { key: 21, name: 'DeleteRecords', listeners: ['broker'], request: DeleteRecordsRequestCodec, response: DeleteRecordsResponseCodec },
  22: { key: 22, name: 'InitProducerId', listeners: ['broker'], request: InitProducerIdRequestCodec, response: InitProducerIdResponseCodec, unstableVersion: 6 },
  23: { key: 23, name: 'OffsetForLeaderEpoch', listeners: ['broker'], request: OffsetForLeaderEpochRequestCodec, response: OffsetForLeaderEpochResponseCodec },
  24: { key: 24, name: 'AddPartitionsToTxn', listeners: ['broker'], request: AddPartitionsToTxnRequestCodec, response: AddPartitionsToTxnResponseCodec },
  25: { key: 25, name: 'AddOffsetsToTxn', listeners: ['broker'], request: AddOffsetsToTxnRequestCodec, response: AddOffsetsToTxnResponseCodec },
  26: { key: 26, name: 'EndTxn', listeners: ['broker'], request: EndTxnRequestCodec, response: EndTxnResponseCodec },
  27: { key: 27, name: 'WriteTxnMarkers', listeners: ['broker'], request: WriteTxnMarkersRequestCodec, response: WriteTxnMarkersResponseCodec },
  28: { key: 28, name: 'TxnOffsetCommit', listeners: ['broker'], request: TxnOffsetCommitRequestCodec, response: TxnOffsetCommitResponseCodec },
  29: { key: 29, name: 'DescribeAcls', listeners: ['broker', 'controller'], request: DescribeAclsRequestCodec, response: DescribeAclsResponseCodec },
  30: { key: 30, name: 'CreateAcls', listeners: ['broker', 'controller'], request: CreateAclsRequestCodec, response: CreateAclsResponseCodec },
  31: { key: 31, name: 'DeleteAcls', listeners: ['broker', 'controller'], request: DeleteAclsRequestCodec, response: DeleteAclsResponseCodec },
  32: { key: 32, name: 'DescribeConfigs', listeners: ['broker', 'controller'], request: DescribeConfigsRequestCodec, response: DescribeConfigsResponseCodec },
  33: { key: 33, name: 'AlterConfigs', listeners: ['broker', 'controller'], request: AlterConfigsRequestCodec, response: AlterConfigsResponseCodec },
  34: { key: 34, name: 'AlterReplicaLogDirs', listeners: ['broker'], request: AlterReplicaLogDirsRequestCodec, response: AlterReplicaLogDirsResponseCodec },
  35: { key: 35, name: 'DescribeLogDirs', listeners: ['broker'], request: DescribeLogDirsRequestCodec, response: DescribeLogDirsResponseCodec },
  36: { key: 36, name: 'SaslAuthenticate', listeners: ['broker', 'controller'], request: SaslAuthenticateRequestCodec, response: SaslAuthenticateResponseCodec },
  37: { key: 37, name: 'CreatePartitions', listeners: ['broker', 'controller'], request: CreatePartitionsRequestCodec, response: CreatePartitionsResponseCodec },
  38: { key: 38, name: 'CreateDelegationToken', listeners: ['broker', 'controller'], request: CreateDelegationTokenRequestCodec, response: CreateDelegationTokenResponseCodec },
  39: { key: 39, name: 'RenewDelegationToken', listeners: ['broker', 'controller'], request: RenewDelegationTokenRequestCodec, response: RenewDelegationTokenResponseCodec },
  40: { key: 40, name: 'ExpireDelegationToken', listeners: ['broker', 'controller'], request: ExpireDelegationTokenRequestCodec, response: ExpireDelegationTokenResponseCodec },
  41: { key: 41, name: 'DescribeDelegationToken', listeners: ['broker', 'controller'], request: DescribeDelegationTokenRequestCodec, response: DescribeDelegationTokenResponseCodec },
  42: { key: 42, name: 'DeleteGroups', listeners: ['broker'], request: DeleteGroupsRequestCodec, response: DeleteGroupsResponseCodec },
  43: { key: 43, name: 'ElectLeaders', listeners: ['broker', 'controller'], request: ElectLeadersRequestCodec, response: ElectLeadersResponseCodec },
  44: { key: 44, name: 'IncrementalAlterConfigs', listeners: ['broker', 'controller'], request: IncrementalAlterConfigsRequestCodec, response: IncrementalAlterConfigsResponseCodec },
  45: { key: 45, name: 'AlterPartitionReassignments', listeners: ['broker', 'controller'], request: AlterPartitionReassignmentsRequestCodec, response: AlterPartitionReassignmentsResponseCodec },
  46: { key: 46, name: 'ListPartitionReassignments', listeners: ['broker', 'controller'], request: ListPartitionReassignmentsRequestCodec, response: ListPartitionReassignmentsResponseCodec },
  47: { key: 47, name: 'OffsetDelete', listeners: ['broker'], request: OffsetDeleteRequestCodec, response: OffsetDeleteResponseCodec },
  48: { key: 48, name: 'DescribeClientQuotas', listeners: ['broker'], request: DescribeClientQuotasRequestCodec, response: DescribeClientQuotasResponseCodec },
  49: { key: 49, name: 'AlterClientQuotas', listeners: ['broker', 'controller'], request: AlterClientQuotasRequestCodec, response: AlterClientQuotasResponseCodec },
  50: { key: 50, name: 'DescribeUserScramCredentials', listeners: ['broker', 'controller'], request: DescribeUserScramCredentialsRequestCodec, response: DescribeUserScramCredentialsResponseCodec },
  51: { key: 51, name: 'AlterUserScramCredentials', listeners: ['broker', 'controller'], request: AlterUserScramCredentialsRequestCodec, response: AlterUserScramCredentialsResponseCodec },
  52: { key: 52, name: 'Vote', listeners: ['controller'], request: VoteRequestCodec, response: VoteResponseCodec },
  53: { key: 53, name: 'BeginQuorumEpoch', listeners: ['controller'], request: BeginQuorumEpochRequestCodec, response: BeginQuorumEpochResponseCodec },
  54: { key: 54, name: 'EndQuorumEpoch', listeners: ['controller'], request: EndQuorumEpochRequestCodec, response: EndQuorumEpochResponseCodec },
  55: { key: 55, name: 'DescribeQuorum', listeners: ['broker', 'controller'], request: DescribeQuorumRequestCodec, response: DescribeQuorumResponseCodec },
  56: { key: 56, name: 'AlterPartition', listeners: ['controller'], request: AlterPartitionRequestCodec, response: AlterPartitionResponseCodec },
  57: { key: 57, name: 'UpdateFeatures', listeners: ['broker', 'controller'], request: UpdateFeaturesRequestCodec, response: UpdateFeaturesResponseCodec },
  58: { key: 58, name: 'Envelope', listeners: ['controller'], request: EnvelopeRequestCodec, response: EnvelopeResponseCodec },
  59: { key: 59, name: 'FetchSnapshot', listeners: ['controller'], request: FetchSnapshotRequestCodec, response: FetchSnapshotResponseCodec },
  60: { key: 60, name: 'DescribeCluster', listeners: ['broker', 'controller'], request: DescribeClusterRequestCodec, response: DescribeClusterResponseCodec },
  61: { key: 61, name: 'DescribeProducers', listeners: ['broker'], request: DescribeProducersRequestCodec, response: DescribeProducersResponseCodec },
  62: { key: 62, name: 'BrokerRegistration', listeners: ['controller'], request: BrokerRegistrationRequestCodec, response: BrokerRegistrationResponseCodec },
  63: { key: 63, name: 'BrokerHeartbeat', listeners: ['controller'], request: BrokerHeartbeatRequestCodec, response: BrokerHeartbeatResponseCodec },
  64: { key: 64, name: 'UnregisterBroker', listeners: ['broker', 'controller'], request: UnregisterBrokerRequestCodec, response: UnregisterBrokerResponseCodec },
  65: { key: 65, name: 'DescribeTransactions', listeners: ['broker'], request: DescribeTransactionsRequestCodec, response: DescribeTransactionsResponseCodec },
  66: { key: 66, name: 'ListTransactions', listeners: ['broker'], request: ListTransactionsRequestCodec, response: ListTransactionsResponseCodec },
  67: { key: 67, name: 'AllocateProducerIds', listeners: ['controller'], request: AllocateProducerIdsRequestCodec, response: AllocateProducerIdsResponseCodec },
  68: { key: 68, name: 'ConsumerGroupHeartbeat', listeners: ['broker'], request: ConsumerGroupHeartbeatRequestCodec, response: ConsumerGroupHeartbeatResponseCodec },
  69: { key: 69, name: 'ConsumerGroupDescribe', listeners: ['broker'], request: ConsumerGroupDescribeRequestCodec, response: ConsumerGroupDescribeResponseCodec },
  70: { key: 70, name: 'ControllerRegistration', listeners: ['controller'], request: ControllerRegistrationRequestCodec, response: ControllerRegistrationResponseCodec },
  71: { key: 71, name: 'GetTelemetrySubscriptions', listeners: ['broker'], request: GetTelemetrySubscriptionsRequestCodec, response: GetTelemetrySubscriptionsResponseCodec },
  72: { key: 72, name: 'PushTelemetry', listeners: ['broker'], request: PushTelemetryRequestCodec, response: PushTelemetryResponseCodec },
  73: { key: 73, name: 'AssignReplicasToDirs', listeners: ['controller'], request: AssignReplicasToDirsRequestCodec, response: AssignReplicasToDirsResponseCodec },
  74: { key: 74, name: 'ListConfigResources', listeners: ['broker'], request: ListConfigResourcesRequestCodec, response: ListConfigResourcesResponseCodec },
  75: { key: 75, name: 'DescribeTopicPartitions', listeners: ['broker'], request: DescribeTopicPartitionsRequestCodec, response: DescribeTopicPartitionsResponseCodec },
  76: { key: 76, name: 'ShareGroupHeartbeat', listeners: ['broker'], request: ShareGroupHeartbeatRequestCodec, response: ShareGroupHeartbeatResponseCodec },
  77: { key: 77, name: 'ShareGroupDescribe', listeners: ['broker'], request: ShareGroupDescribeRequestCodec, response: ShareGroupDescribeResponseCodec },
  78: { key: 78, name: 'ShareFetch', listeners: ['broker'], request: ShareFetchRequestCodec, response: ShareFetchResponseCodec },
  79: { key: 79, name: 'ShareAcknowledge', listeners: ['broker'], request: ShareAcknowledgeRequestCodec, response: ShareAcknowledgeResponseCodec },
  80: { key: 80, name: 'AddRaftVoter', listeners: ['controller', 'broker'], request: AddRaftVoterRequestCodec, response: AddRaftVoterResponseCodec },
  81: { key: 81, name: 'RemoveRaftVoter', listeners: ['controller', 'broker'], request: RemoveRaftVoterRequestCodec, response: RemoveRaftVoterResponseCodec },
  82: { key: 82, name: 'UpdateRaftVoter', listeners: ['controller'], request: UpdateRaftVoterRequestCodec, response: UpdateRaftVoterResponseCodec },
  83: { key: 83, name: 'InitializeShareGroupState', listeners: ['broker'], request: InitializeShareGroupStateRequestCodec, response: InitializeShareGroupStateResponseCodec },
  84: { key: 84, name: 'ReadShareGroupState', listeners: ['broker'], request: ReadShareGroupStateRequestCodec, response: ReadShareGroupStateResponseCodec },
  85: { key: 85, name: 'WriteShareGroupState', listeners: ['broker'], request: WriteShareGroupStateRequestCodec, response: WriteShareGroupStateResponseCodec },
  86: { key: 86, name: 'DeleteShareGroupState', listeners: ['broker'], request: DeleteShareGroupStateRequestCodec, response: DeleteShareGroupStateResponseCodec },
  87: { key: 87, name: 'ReadShareGroupStateSummary', listeners: ['broker'], request: ReadShareGroupStateSummaryRequestCodec, response: ReadShareGroupStateSummaryResponseCodec },
  88: { key: 88, name: 'StreamsGroupHeartbeat', listeners: ['broker'], request: StreamsGroupHeartbeatRequestCodec, response: StreamsGroupHeartbeatResponseCodec },
  89: { key: 89, name: 'StreamsGroupDescribe', listeners: ['broker'], request: StreamsGroupDescribeRequestCodec, response: StreamsGroupDescribeResponseCodec },
  90: { key: 90, name: 'DescribeShareGroupOffsets', listeners: ['broker'], request: DescribeShareGroupOffsetsRequestCodec, response: DescribeShareGroupOffsetsResponseCodec },
  91: { key: 91, name: 'AlterShareGroupOffsets', listeners: ['broker'], request: AlterShareGroupOffsetsRequestCodec, response: AlterShareGroupOffsetsResponseCodec },
  92: { key: 92, name: 'DeleteShareGroupOffsets', listeners: ['broker'], request: DeleteShareGroupOffsetsRequestCodec, response: DeleteShareGroupOffsetsResponseCodec },
};
