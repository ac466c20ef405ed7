using Acceptance.Decisions.Checks.Snapshots;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.WorkloadAcceptance;

public static class D0117
{
    public const string Id = "D-011.7";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Aliases = ["D-012"],
            Kind = KnownIssueKind.Fault,
            Title = "the snapshot baseline is missing, or out of order",
            Heading = "phase-08, D-011.7 (D-012)",
            Phases = ["phase-08"],
            Rung = "jumphost",
            Symptom = "a disk has no snapshot of the baseline, or it was taken out of order",
            SeenBy = [BaselineStands.Check],
            FastConfirm =
                $"`sudo -n virsh -c {HypervisorUri} domblklist {HostDomain}`: the disks whose snapshots are "
                + $"asked",
            Cause = "a snapshot was not taken on every disk, or before what it should come after",
            Fix =
            [
                new(
                    $"`for DISK in $(sudo -n virsh -c {HypervisorUri} domblklist {HostDomain} | grep -o '/.*'); do "
                        + $"sudo -n qemu-img info -U --output=json \"$DISK\"; done`, for {Victim}: which snapshots it "
                        + $"has, and when they were taken",
                    Observe
                ),
                new(
                    $"take the missing one ({FirstSnapshot} after the deploy, {SecondSnapshot} after the tenant "
                        + $"set-up) on every disk of every host with the guests shut down in order; a baseline that "
                        + $"came too late is a waiver with an owner and a date",
                    Mutate
                ),
            ],
            Proof = "deploy < Snapshot 1 < first tenant resource < Snapshot 2 on every disk",
            Faults = ["snapshot-missing"],
            NearMisses =
            [
                new(
                    "a disk shows no snapshot",
                    "the snapshots are external: the chain has them, and the disk in use has none",
                    $"`sudo -n virsh -c {HypervisorUri} snapshot-list {HostDomain}`: they are listed there",
                    "take them again over a running deploy",
                    "phase-08"
                ),
            ],
        };
}
