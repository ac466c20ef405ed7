using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>
/// qemu-img on the hosts' disks (captures qemu-img-*): a running domain holds the lock, only -U looks past it.
/// </summary>
internal sealed class QemuImgPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["qemu-img"];

    public override HostKind On => HostKind.Jumphost;

    public override Task<int> Run(PersonaCall call)
    {
        var verb = call.Argv.FirstOrDefault();
        var arguments = Arguments.Parse(
            call.Argv.Skip(1),
            ["-f", "--output", "-c"],
            ["-U", "--force-share", "-l", "-q"]
        );
        if (arguments.Unknown is { } unknown)
            throw new NotEmulatedException($"qemu-img {verb} {unknown}");
        lock (call.World.Gate)
        {
            return Task.FromResult(
                verb switch
                {
                    "info" => OnDisk(call, arguments, changes: false, Info),
                    "snapshot" => OnDisk(call, arguments, changes: arguments.Has("-c"), Snapshot),
                    "create" => Create(call, arguments),
                    _ => throw new NotEmulatedException($"qemu-img {verb}"),
                }
            );
        }
    }

    private static int OnDisk(
        PersonaCall call,
        Arguments arguments,
        bool changes,
        Func<PersonaCall, Arguments, DiskFile, int> does
    )
    {
        var path = PathMapping.Back(arguments.AllOperands.LastOrDefault() ?? "", call.Host);
        if (!path.StartsWith('/'))
            throw new NotEmulatedException($"qemu-img on {path}: only the hypervisor's disk files are played");
        if (call.World.Libvirt.Store.At(path) is not { } file)
            return Refused(call, path, "No such file or directory");
        if (!call.Elevated)
            return Refused(call, path, "Permission denied");
        if (call.World.Libvirt.Node.HolderOf(file) is not null && !arguments.Has("-U", "--force-share"))
            return call.Fail(
                1,
                $"qemu-img: Could not open '{path}': "
                    + $"Failed to get {(changes ? "" : "shared ")}\"write\" lock\n"
                    + $"Is another process using the image [{path}]?"
            );
        return does(call, arguments, file);
    }

    private static int Refused(PersonaCall call, string path, string why) =>
        call.Fail(1, $"qemu-img: Could not open '{path}': Could not open '{path}': {why}");

    private static int Info(PersonaCall call, Arguments arguments, DiskFile file)
    {
        if (arguments.Value("--output") == "json")
            return Say(call, Document(file).ToJsonString(Indented) + "\n");
        var text = new StringBuilder(
            string.Create(
                CultureInfo.InvariantCulture,
                $"image: {file.Path}\n"
                    + $"file format: {file.Format}\n"
                    + $"virtual size: {QemuSize.Of(file.VirtualSize)} ({file.VirtualSize} bytes)\n"
                    + $"disk size: {QemuSize.Of(file.ActualSize)}\n"
            )
        );
        if (!file.CanCarrySnapshots)
            return Say(call, text.ToString());
        text.Append("cluster_size: 65536\n");
        if (file.Snapshots.Count > 0)
            text.Append(Snapshots(file));
        text.Append(
            "Format specific information:\n"
                + "    compat: 1.1\n"
                + "    compression type: zlib\n"
                + "    lazy refcounts: false\n"
                + "    refcount bits: 16\n"
                + "    corrupt: false\n"
                + "    extended l2: false\n"
        );
        return Say(call, text.ToString());
    }

    private static JsonObject Document(DiskFile file)
    {
        var json = new JsonObject();
        if (file.Snapshots.Count > 0)
        {
            json["snapshots"] = new JsonArray([
                .. file.Snapshots.Select(snapshot => new JsonObject
                {
                    ["vm-clock-nsec"] = snapshot.VmClock.Ticks % TimeSpan.TicksPerSecond * 100,
                    ["name"] = snapshot.Tag,
                    ["date-sec"] = snapshot.Taken.ToUnixTimeSeconds(),
                    ["date-nsec"] = 0,
                    ["vm-clock-sec"] = (long)snapshot.VmClock.TotalSeconds,
                    ["id"] = snapshot.Id,
                    ["vm-state-size"] = 0,
                }),
            ]);
        }

        json["virtual-size"] = file.VirtualSize;
        json["filename"] = file.Path;
        if (!file.CanCarrySnapshots)
        {
            (json["format"], json["actual-size"], json["dirty-flag"]) = (file.Format, file.ActualSize, false);
            return json;
        }

        json["cluster-size"] = 65536;
        json["format"] = "qcow2";
        json["actual-size"] = file.ActualSize;
        json["format-specific"] = new JsonObject
        {
            ["type"] = "qcow2",
            ["data"] = new JsonObject
            {
                ["compat"] = "1.1",
                ["compression-type"] = "zlib",
                ["lazy-refcounts"] = false,
                ["refcount-bits"] = 16,
                ["corrupt"] = false,
                ["extended-l2"] = false,
            },
        };

        json["dirty-flag"] = false;
        return json;
    }

    private static int Snapshot(PersonaCall call, Arguments arguments, DiskFile file)
    {
        if (!file.CanCarrySnapshots)
            return arguments.Value("-c") is null
                ? 0
                : call.Fail(
                    1,
                    $"qemu-img: Could not create snapshot '{arguments.Value("-c")}': -95 (Operation not supported)"
                );
        if (arguments.Value("-c") is { } made)
        {
            file.TakeSnapshot(
                new QcowSnapshot($"{file.Snapshots.Count + 1}", made, call.World.Now, TimeSpan.Zero) { Running = false }
            );
            return 0;
        }

        return Say(call, file.Snapshots.Count == 0 ? "" : Snapshots(file));
    }

    private static string Snapshots(DiskFile file)
    {
        var text = new StringBuilder(
            "Snapshot list:\nID        TAG               VM SIZE                DATE     VM CLOCK     ICOUNT\n"
        );
        foreach (var snapshot in file.Snapshots)
        {
            var ran = snapshot.VmClock;
            var clock = string.Create(
                CultureInfo.InvariantCulture,
                $"{(int)ran.TotalHours:D2}:{ran.Minutes:D2}:{ran.Seconds:D2}.{ran.Milliseconds:D3}"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"{snapshot.Id, -10}{snapshot.Tag, -18}{"0 B", 7} "
                    + $"{snapshot.Taken.UtcDateTime:yyyy-MM-dd HH:mm:ss} {clock}{(snapshot.Running ? "" : "0"), 11}\n"
            );
        }

        return text.ToString();
    }

    /// <summary>
    /// "Formatting ..." comes before any failure. On a path that was removed it succeeds even while the domain runs:
    /// the lock is on the old inode.
    /// </summary>
    private static int Create(PersonaCall call, Arguments arguments)
    {
        var path = PathMapping.Back(arguments.Operands.FirstOrDefault() ?? "", call.Host);
        if (!path.StartsWith('/') || arguments.Value("-f") != "qcow2")
            throw new NotEmulatedException($"qemu-img create of {path} in another form than qcow2");
        if (QemuSize.Parse(arguments.Operands.ElementAtOrDefault(1) ?? "") is not { } size)
            return call.Fail(
                1,
                "qemu-img: Invalid image size specified. You may use k, M, G, T, P or E suffixes for\n"
                    + "qemu-img: kilobytes, megabytes, gigabytes, terabytes, petabytes and exabytes."
            );
        if (!arguments.Has("-q"))
            call.Out(
                $"Formatting '{path}', fmt=qcow2 cluster_size=65536 extended_l2=off compression_type=zlib "
                    + $"size={size} lazy_refcounts=off refcount_bits=16\n"
            );

        var libvirt = call.World.Libvirt;
        if (WhyNotMade(call, path) is { } why)
            return call.Fail(1, $"qemu-img: {path}: {why}");
        var made = DiskFile.Blank(path, size);
        if (libvirt.Store.At(path) is { } before)
            (made.Owner, made.Mode) = (before.Owner, before.Mode);
        libvirt.Store.Put(made);
        return 0;
    }

    private static string? WhyNotMade(PersonaCall call, string path)
    {
        var libvirt = call.World.Libvirt;
        if (!DiskStore.HasFolder(path))
            return $"Could not create '{path}': No such file or directory";
        if (!call.Elevated)
            return $"Could not create '{path}': Permission denied";
        return libvirt.Store.At(path) is { } old && libvirt.Node.HolderOf(old) is not null
            ? $"Failed to get \"write\" lock\nIs another process using the image [{path}]?"
            : null;
    }

    private static JsonSerializerOptions Indented { get; } =
        new()
        {
            WriteIndented = true,
            IndentSize = 4,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    private static int Say(PersonaCall call, string text)
    {
        call.Out(text);
        return 0;
    }
}
