namespace Acceptance.Cloud.Maas;

/// <summary>status_name of a machine (FACTS 8.6; MAAS' maascommon/node.py).</summary>
public enum MachineStatus
{
    [Word("New")]
    New,

    [Word("Commissioning")]
    Commissioning,

    [Word("Failed commissioning")]
    FailedCommissioning,

    [Word("Missing")]
    Missing,

    [Word("Ready")]
    Ready,

    [Word("Reserved")]
    Reserved,

    [Word("Deployed")]
    Deployed,

    [Word("Retired")]
    Retired,

    [Word("Broken")]
    Broken,

    [Word("Deploying")]
    Deploying,

    [Word("Allocated")]
    Allocated,

    [Word("Failed deployment")]
    FailedDeployment,

    [Word("Releasing")]
    Releasing,

    [Word("Releasing failed")]
    ReleasingFailed,

    [Word("Disk erasing")]
    DiskErasing,

    [Word("Failed disk erasing")]
    FailedDiskErasing,

    [Word("Rescue mode")]
    RescueMode,

    [Word("Entering rescue mode")]
    EnteringRescueMode,

    [Word("Failed to enter rescue mode")]
    FailedToEnterRescueMode,

    [Word("Exiting rescue mode")]
    ExitingRescueMode,

    [Word("Failed to exit rescue mode")]
    FailedToExitRescueMode,

    [Word("Testing")]
    Testing,

    [Word("Failed testing")]
    FailedTesting,
}
