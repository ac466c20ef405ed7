using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>qemu-img on the hosts' disks (captures qemu-img-*): a running domain holds the lock, only -U looks past it.</summary>
internal sealed class QemuImgPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["qemu-img"];

    public override HostKind On => HostKind.Jumphost;

    public override Task<int> Run(PersonaCall call)
    {
        var verb = call.Argv.FirstOrDefault();
        var arguments = Arguments.Parse(call.Argv.Skip(1), ["-f", "--output", "-c", "-d", "-a", "-o"], ["-U", "--force-share", "-l", "-q", "-lU", "-Ul"]);
        lock (call.World.Gate)
        {
            return Task.FromResult(verb switch
            {
                "--version" or "-V" => Say(call, "qemu-img version 6.2.0 (Debian 1:6.2+dfsg-2ubuntu6.26)\nCopyright (c) 2003-2021 Fabrice Bellard and the QEMU Project developers\n"),
                "info" => OnDisk(call, arguments, true, Info),
                "snapshot" when arguments.Has("-l", "-lU", "-Ul") => OnDisk(call, arguments, true, (c, _, disk) => Say(c, disk.Snapshots.Count == 0 ? "" : Snapshots(disk))),
                "create" => Create(call, arguments),
                _ => throw new NotEmulatedException($"qemu-img {verb}"),
            });
        }
    }

    private static int OnDisk(PersonaCall call, Arguments arguments, bool locks, Func<PersonaCall, Arguments, DomainDisk, int> does)
    {
        var path = PathMapping.Back(arguments.Operands.FirstOrDefault() ?? "", call.Host);
        var found = call.World.Libvirt.DiskAt(path);
        if (found is not { } at || !at.Disk.Exists)
            return call.Fail(1, $"qemu-img: Could not open '{path}': Could not open '{path}': No such file or directory");
        if (!call.Elevated) return call.Fail(1, $"qemu-img: Could not open '{path}': Could not open '{path}': Permission denied");
        if (locks && at.Domain.Running && !arguments.Has("-U", "--force-share", "-lU", "-Ul"))
            return call.Fail(1, $"qemu-img: Could not open '{path}': Failed to get shared \"write\" lock\nIs another process using the image [{path}]?");
        return does(call, arguments, at.Disk);
    }

    private static int Info(PersonaCall call, Arguments arguments, DomainDisk disk)
    {
        if (arguments.Value("--output") == "json") return Say(call, Document(disk).ToJsonString(Indented) + "\n");
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"image: {disk.Path}\nfile format: {disk.Format}\nvirtual size: {disk.VirtualSize >> 30} GiB ({disk.VirtualSize} bytes)\ndisk size: {Size(disk.ActualSize)}\ncluster_size: 65536\n"));
        if (disk.Snapshots.Count > 0) text.Append(Snapshots(disk));
        text.Append("Format specific information:\n    compat: 1.1\n    compression type: zlib\n    lazy refcounts: false\n    refcount bits: 16\n    corrupt: false\n    extended l2: false\n");
        return Say(call, text.ToString());
    }

    private static JsonObject Document(DomainDisk disk)
    {
        var json = new JsonObject();
        if (disk.Snapshots.Count > 0)
        {
            json["snapshots"] = new JsonArray([.. disk.Snapshots.Select(snapshot => new JsonObject
            {
                ["vm-clock-nsec"] = snapshot.VmClock.Ticks % TimeSpan.TicksPerSecond * 100, ["name"] = snapshot.Tag, ["date-sec"] = snapshot.Taken.ToUnixTimeSeconds(),
                ["date-nsec"] = 0, ["vm-clock-sec"] = (long)snapshot.VmClock.TotalSeconds, ["id"] = snapshot.Id, ["vm-state-size"] = 0,
            })]);
        }

        json["virtual-size"] = disk.VirtualSize;
        json["filename"] = disk.Path;
        json["cluster-size"] = 65536;
        json["format"] = disk.Format;
        json["actual-size"] = disk.ActualSize;
        json["format-specific"] = new JsonObject
        {
            ["type"] = "qcow2",
            ["data"] = new JsonObject { ["compat"] = "1.1", ["compression-type"] = "zlib", ["lazy-refcounts"] = false, ["refcount-bits"] = 16, ["corrupt"] = false, ["extended-l2"] = false },
        };
        json["dirty-flag"] = false;
        return json;
    }

    private static string Snapshots(DomainDisk disk)
    {
        var text = new StringBuilder("Snapshot list:\nID        TAG               VM SIZE                DATE     VM CLOCK     ICOUNT\n");
        foreach (var snapshot in disk.Snapshots)
        {
            var clock = string.Create(CultureInfo.InvariantCulture, $"{(int)snapshot.VmClock.TotalHours:D2}:{snapshot.VmClock.Minutes:D2}:{snapshot.VmClock.Seconds:D2}.{snapshot.VmClock.Milliseconds:D3}");
            text.Append(CultureInfo.InvariantCulture, $"{snapshot.Id,-10}{snapshot.Tag,-18}{"0 B",7} {snapshot.Taken.UtcDateTime:yyyy-MM-dd HH:mm:ss} {clock}           \n");
        }

        return text.ToString();
    }

    /// <summary>A fresh qcow2 of 512G is 200 KiB. On a path that was removed it succeeds even while the domain runs: the lock is on the old inode.</summary>
    private static int Create(PersonaCall call, Arguments arguments)
    {
        var path = PathMapping.Back(arguments.Operands.FirstOrDefault() ?? "", call.Host);
        var size = arguments.Operands.ElementAtOrDefault(1) ?? "";
        if (call.World.Libvirt.DiskAt(path) is not { } at) throw new NotEmulatedException($"qemu-img create {path}: no disk of a host's domain");
        if (!size.EndsWith('G') || !long.TryParse(size[..^1], CultureInfo.InvariantCulture, out var gib))
            return call.Fail(1, $"qemu-img: Invalid image size specified! You may use k, M, G, T, P or E suffixes for \nqemu-img: kilobytes, megabytes, gigabytes, terabytes, petabytes and exabytes.");
        call.Out($"Formatting '{path}', fmt=qcow2 cluster_size=65536 extended_l2=off compression_type=zlib size={gib << 30} lazy_refcounts=off refcount_bits=16\n");
        if (!call.Elevated) return call.Fail(1, $"qemu-img: {path}: Could not create '{path}': Permission denied");
        if (at.Disk.Exists && at.Domain.Running) return call.Fail(1, $"qemu-img: {path}: Failed to get \"write\" lock\nIs another process using the image [{path}]?");
        at.Disk.Recreate(gib << 30);
        return 0;
    }

    private static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true, IndentSize = 4, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Size(long bytes) => bytes < 1L << 20 ? $"{bytes >> 10} KiB" : bytes < 1L << 30 ? $"{bytes >> 20} MiB" : $"{bytes >> 30} GiB";

    private static int Say(PersonaCall call, string text)
    {
        call.Out(text);
        return 0;
    }
}
