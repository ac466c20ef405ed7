using System.Globalization;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>What stat, ls and du say of a disk file, in coreutils' words.</summary>
internal static partial class DiskFileFacts
{
    /// <summary>Ubuntu's numbers for who owns disk files.</summary>
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["root"] = 0,
        ["libvirt-qemu"] = 64055,
        ["kvm"] = 108,
        ["ubuntu"] = 1000,
    };

    public static int Print(PersonaCall call, DiskFile file)
    {
        call.Out(
            call.Program switch
            {
                "stat" => Stat(call, file),
                "du" => Du(call, file),
                _ => Ls(call, file),
            }
        );
        return 0;
    }

    private static string Stat(PersonaCall call, DiskFile file)
    {
        if (
            Arguments.Parse(call.Argv, ["-c", "--format", "--printf"], ["-L"]) is var arguments
            && arguments.Value("-c", "--format") is { } format
        )
            return Directive().Replace(format, match => Directive(call, file, match.Groups[1].Value)) + "\n";
        if (arguments.Value("--printf") is { } printf)
            return Directive()
                .Replace(
                    printf
                        .Replace("\\n", "\n", StringComparison.Ordinal)
                        .Replace("\\t", "\t", StringComparison.Ordinal),
                    match => Directive(call, file, match.Groups[1].Value)
                );
        var (user, group) = Owner(call, file);
        var moment = Full(file.Modified);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  File: {file.Path}\n  Size: {file.Length, -10}\tBlocks: {file.ActualSize / 512, -10} IO Block: 4096   {Kind(file)}\nDevice: fd01h/64769d\tInode: {Inode(file), -11} Links: 1\nAccess: ({file.Mode.PadLeft(4, '0')}/{Letters(file.Mode)})  Uid: ({Number(user), 5}/{user, 8})   Gid: ({Number(group), 5}/{group, 8})\nAccess: {moment}\nModify: {moment}\nChange: {moment}\n Birth: {moment}\n"
        );
    }

    private static string Directive(PersonaCall call, DiskFile file, string directive)
    {
        var (user, group) = Owner(call, file);
        return directive switch
        {
            "U" => user,
            "G" => group,
            "u" => Number(user),
            "g" => Number(group),
            "a" => file.Mode,
            "A" => Letters(file.Mode),
            "n" => file.Path,
            "s" => file.Length.ToString(CultureInfo.InvariantCulture),
            "b" => (file.ActualSize / 512).ToString(CultureInfo.InvariantCulture),
            "B" => "512",
            "F" => Kind(file),
            "h" => "1",
            "i" => $"{Inode(file)}",
            "y" => Full(file.Modified),
            "Y" => file.Modified.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            "%" => "%",
            _ => throw new NotEmulatedException($"stat -c %{directive}"),
        };
    }

    private static string Du(PersonaCall call, DiskFile file)
    {
        var arguments = Arguments.Parse(
            call.Argv,
            [],
            ["-h", "--human-readable", "-s", "-b", "-k", "-m", "--apparent-size", "-a", "-c"]
        );
        var bytes = arguments.Has("--apparent-size", "-b") ? file.Length : file.ActualSize;
        var size =
            arguments.Has("-h", "--human-readable") ? QemuSize.Human(bytes)
            : arguments.Has("-b") ? $"{bytes}"
            : arguments.Has("-m") ? $"{(bytes + 1048575) >> 20}"
            : $"{(bytes + 1023) >> 10}";
        return $"{size}\t{file.Path}\n";
    }

    private static string Ls(PersonaCall call, DiskFile file)
    {
        var arguments = Arguments.Parse(
            call.Argv,
            [],
            ["-l", "-a", "-A", "-s", "-h", "-1", "-t", "-r", "-d", "--color=auto", "--color=never"]
        );
        if (arguments.Unknown is { } unknown)
            throw new NotEmulatedException($"ls {unknown}");
        var blocks = arguments.Has("-s")
            ? $"{(arguments.Has("-h") ? QemuSize.Human(file.ActualSize) : $"{file.ActualSize >> 10}")} "
            : "";
        if (!arguments.Has("-l"))
            return $"{blocks}{file.Path}\n";
        var (user, group) = Owner(call, file);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{blocks}{Letters(file.Mode)} 1 {user} {group} {(arguments.Has("-h") ? QemuSize.Human(file.Length) : $"{file.Length}")} {file.Modified.UtcDateTime:MMM} {file.Modified.Day, 2} {file.Modified.UtcDateTime:HH:mm} {file.Path}\n"
        );
    }

    private static (string User, string Group) Owner(PersonaCall call, DiskFile file) =>
        call.World.Libvirt.OwnerOf(file).Split(':') is [var user, var group] ? (user, group) : ("root", "root");

    private static string Number(string name) => Numbers.TryGetValue(name, out var number) ? $"{number}" : name;

    private static string Kind(DiskFile file) => file.Length == 0 ? "regular empty file" : "regular file";

    /// <summary>A number that is the file's own: another file at the path has another.</summary>
    private static int Inode(DiskFile file) =>
        1311440 + (System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(file) % 8192);

    private static string Full(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture) + "00 +0000";

    private static string Letters(string mode) =>
        "-"
        + string.Concat(
            mode.PadLeft(3, '0')[^3..]
                .Select(digit =>
                    (digit - '0') switch
                    {
                        7 => "rwx",
                        6 => "rw-",
                        5 => "r-x",
                        4 => "r--",
                        3 => "-wx",
                        2 => "-w-",
                        1 => "--x",
                        _ => "---",
                    }
                )
        );

    [GeneratedRegex("%([A-Za-z%])")]
    private static partial Regex Directive();
}
