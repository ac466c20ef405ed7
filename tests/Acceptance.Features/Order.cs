using NUnit.Framework;

namespace Acceptance.Features;

// The order of a run (DESIGN 6.5): what only reads, the set-up, all that needs the cluster, its removal, the exit gate. [Order] counts
// inside one namespace, which all features share; nothing depends on the order inside a file. Not parallel: gates stand on each other.

[Order(10), NonParallelizable]
public partial class EveryCharmIsAtRestFeature;

[Order(20), NonParallelizable]
public partial class VaultIsOpenAndTheOperatorCanOpenItAgainFeature;

[Order(30), NonParallelizable]
public partial class TheCoreServicesAnswerAtTheirPublicAddressesFeature;

[Order(40), NonParallelizable]
public partial class TenantNameResolutionIsDeferredAndStaysDeferredKnowinglyFeature;

[Order(50), NonParallelizable]
public partial class ASnapshotBaselineStandsBehindTheCloudFeature;

[Order(60), NonParallelizable]
public partial class WhatMustStandBeforeAWorkloadClusterIsMadeFeature;

[Order(70), NonParallelizable]
public partial class ATenantMachineReachesThePublicAddressesFeature;

[Order(100), NonParallelizable]
public partial class TheImageAndTheTemplateOfTheWorkloadClusterFeature;

[Order(110), NonParallelizable]
public partial class ATenantMakesAKubernetesClusterFeature;

[Order(120), NonParallelizable]
public partial class TheWorkloadClusterServesItsTenantFeature;

[Order(130), NonParallelizable]
public partial class Self_ServiceKubernetesWorksFromEndToEndFeature;

[Order(140), NonParallelizable]
public partial class TenantsGetLoadBalancersAndLoadBalancersOutliveTheirAmphoraeFeature;

[Order(900), NonParallelizable]
public partial class AClusterGoesWithoutATraceFeature;

[Order(990), NonParallelizable]
public partial class TheExitGateFeature;

[Order(1000)]
public partial class TheRunbooksOne_LinersAreFooledWhereOursAreNotFeature;
