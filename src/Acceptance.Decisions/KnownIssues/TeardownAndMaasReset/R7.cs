using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.TeardownAndMaasReset;

public static class R7
{
    public const string Id = "R7";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "the hosts' disk files are root's: qemu-img without sudo is refused",
            Heading = "appendix-A, Teardown / MAAS reset",
            Phases = ["phase-00", "phase-01"],
            Rung = "site",
            Symptom = "qemu-img: Could not open '/var/lib/libvirt/images/...': Permission denied",
            FastConfirm = $"`sudo -n stat -c %U:%a /var/lib/libvirt/images`: root",
            Cause = "the qcow2 files are root:root, mode 600",
            Fix = [new($"`sudo -n qemu-img info -U {Victim}`; the same for virsh, stat and rm on them", Observe)],
            DoNots = ["never open the files to others instead"],
            Proof = "qemu-img info shows the file's format",
            Trap = new()
            {
                Bites = new()
                {
                    Exit = 1,
                    Words = ["Permission denied"],
                    Lacks = ["file format"],
                },
                Avoided = new() { Exit = 0, Words = ["file format: qcow2"] },
                Rule = new(["qemu-img", "virsh"], $"each is root's", call => !call.AsRoot),
            },
            NearMisses =
            [
                new(
                    "an image file cannot be opened: Permission denied",
                    "the file is root's, as it should be; a file that is not there says No such file",
                    $"`sudo -n virsh -c {HypervisorUri} list --all`: it answers, so that the rights suffice",
                    "change owner or mode of the image",
                    "appendix-A"
                ),
            ],
        };
}
