using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Coreutils;

/// <summary>
/// Programs that write or destroy, as an operator types them on the jumphost: the machine's own, held to the twin.
/// </summary>
internal sealed class WritingPersona : Persona
{
    private static readonly string[] Programs =
    [
        "mv",
        "cp",
        "dd",
        "tee",
        "ln",
        "install",
        "mkdir",
        "rmdir",
        "shred",
        "chgrp",
        "unlink",
        "mkfs",
        "mkfs.ext4",
        "mkfs.xfs",
        "mkswap",
        "wipefs",
        "fdisk",
        "sgdisk",
        "parted",
        "blkdiscard",
    ];

    public override IReadOnlyList<string> Names => Programs;

    public override HostKind On => HostKind.Jumphost;

    public override Task<int> Run(PersonaCall call) =>
        Machines(call.Program)
            ? BoundedProgram.Become(call)
            : Task.FromResult(call.Fail(127, $"{call.Program}: command not found"));

    private static bool Machines(string program) =>
        new[] { "/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin" }.Any(folder =>
            File.Exists($"{folder}/{program}")
        );
}
