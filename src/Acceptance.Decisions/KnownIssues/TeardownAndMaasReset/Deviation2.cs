using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.TeardownAndMaasReset;

public static class Deviation2
{
    public const string Id = "DEVIATION-2";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "a host's memory is raised while it is shut off, and MAAS commissions it anew",
            Heading = "appendix-A, Teardown / MAAS reset",
            Phases = ["phase-00"],
            Rung = "machines",
            Symptom =
                "virsh setmaxmem is rejected (cannot resize the maximum memory on an active domain), or the guest has "
                + "its new memory and MAAS goes on with the old figure",
            FastConfirm =
                $"`maas {MaasProfile} machines read hostname={Victim} | jq '.[0].memory'; sudo -n virsh -c "
                + $"{HypervisorUri} dominfo {Victim}`: MAAS has MiB, virsh KiB, and they differ",
            Cause =
                "a domain's maximum memory is changed while it is shut off; MAAS reads a machine's hardware when it "
                + "commissions it, and at no other time",
            Fix =
            [
                new(
                    $"with the guest shut off, after the wipe of its OSD disk, twice what it has, say: "
                        + $"`KIB=$((2 * $(sudo -n virsh -c {HypervisorUri} dominfo {Victim} | grep '^Max memory' | tr "
                        + $"-dc 0-9))); sudo -n virsh -c {HypervisorUri} setmaxmem {Victim} \"$KIB\" --config && sudo "
                        + $"-n virsh -c {HypervisorUri} setmem {Victim} \"$KIB\" --config`, then boot it",
                    Destroy
                ),
                new(
                    $"have MAAS commission it: `ID=$(maas {MaasProfile} machines read hostname={Victim} | jq -r "
                        + $"'.[0].system_id'); maas {MaasProfile} machine commission \"$ID\"`, some 3 minutes",
                    Destroy
                ),
            ],
            DoNots = ["what is kept back for the host stays as it is: it does not depend on the host's size (D-040)"],
            Proof = "MAAS reads the host Ready, with its new memory",
            NearMisses =
            [
                new(
                    "MAAS shows the old memory of a host after its guest got more",
                    "the host was not commissioned anew; the guest has the memory",
                    $"`sudo -n virsh -c {HypervisorUri} dominfo \"$DOMAIN\"`: Max memory is the new one",
                    "raise it again: commission the host, with its disks wiped before",
                    "appendix-A"
                ),
            ],
            Trap = new()
            {
                Bites = new()
                {
                    Exit = 0,
                    Words =
                    [
                        "cannot resize the maximum memory on an active domain",
                        "the guest has 2 times as much",
                        "to MAAS it has 1 times as much",
                    ],
                },
                Avoided = new()
                {
                    Exit = 0,
                    Words = ["to MAAS it has 2 times as much, and is Ready"],
                    Lacks = ["cannot resize"],
                },
                Rule = new(
                    ["virsh"],
                    $"none changes the memory of a domain that runs",
                    call => call.Arguments.Contains("setmaxmem") && !call.Arguments.Contains("--config")
                ),
            },
        };
}
