using System.Text.RegularExpressions;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Hypervisor;

/// <summary>libvirt and the disks of its domains, through virsh and qemu-img; sudo never prompts (R7).</summary>
internal sealed partial class LibvirtHypervisor(Shell.Shell shell, SiteHypervisor? site, Deadlines deadlines)
    : IHypervisor
{
    private const int AtOnce = 4;

    public Task<Reading<IReadOnlyList<Domain>>> Domains(CancellationToken cancel = default) =>
        Run(Call(CommandCatalogue.Domains, Uri), cancel)
            .Then(answer =>
                Task.FromResult(
                    Table(
                        Call(CommandCatalogue.Domains, Uri),
                        answer,
                        row => new Domain(row[1], State<DomainState>.Read(string.Join(' ', row.Skip(2)))),
                        columns: 3
                    )
                )
            );

    public async Task<Reading<IReadOnlyList<DiskSnapshots>>> Snapshots(
        IReadOnlyCollection<string> domains,
        CancellationToken cancel = default
    )
    {
        var readings = new Reading<IReadOnlyList<DiskSnapshots>>[domains.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(
            domains.Index(),
            options,
            async (domain, stop) => readings[domain.Index] = await OfDomain(domain.Item, stop)
        );
        return readings
            .All(Evidence.None)
            .Map(all => (IReadOnlyList<DiskSnapshots>)[.. all.SelectMany(disks => disks)]);
    }

    private async Task<Reading<IReadOnlyList<DiskSnapshots>>> OfDomain(string domain, CancellationToken cancel)
    {
        var call = Call(CommandCatalogue.DomainDisks, Uri, domain);
        var disks = (await Run(call, cancel)) switch
        {
            Reading<ProgramAnswer>.Seen seen => Table(
                call,
                seen.Value,
                row => (Target: row[0], File: string.Join(' ', row.Skip(1))),
                columns: 2
            ),
            var unread => unread.As<IReadOnlyList<(string Target, string File)>>(),
        };
        if (disks is not Reading<IReadOnlyList<(string Target, string File)>>.Seen { Value: var known })
            return disks.As<IReadOnlyList<DiskSnapshots>>();
        List<Reading<DiskSnapshots>> readings = [];
        // A drive without a medium shows as "-".
        foreach (var (target, file) in known.Where(disk => disk.File != "-"))
            readings.Add(
                file.StartsWith('/')
                    ? await OfDisk(domain, target, file, cancel)
                    : new Reading<DiskSnapshots>.Seen(OverTheNetwork(domain, target, file), disks.Evidence)
            );
        return ((IReadOnlyList<Reading<DiskSnapshots>>)readings).All(disks.Evidence);
    }

    // A pool's or a server's, and no file that qemu-img finds by that name.
    private static DiskSnapshots OverTheNetwork(string domain, string target, string source) =>
        new(domain, target, source, []) { Format = "network" };

    /// <summary>
    /// The JSON form gives moments.
    /// </summary>
    private async Task<Reading<DiskSnapshots>> OfDisk(
        string domain,
        string target,
        string file,
        CancellationToken cancel
    )
    {
        var call = Call(CommandCatalogue.DiskInfo, file);
        return await Run(call, cancel) switch
        {
            Reading<ProgramAnswer>.Seen seen => ProgramJson.Read(
                shell,
                call,
                seen.Value,
                answer => new DiskSnapshots(
                    domain,
                    target,
                    file,
                    [
                        .. answer["snapshots"]
                            .ListOrNone()
                            .Select(snapshot => new DiskSnapshot(
                                snapshot["name"].Text(),
                                DateTimeOffset.FromUnixTimeSeconds((long)snapshot["date-sec"].Number())
                            ))
                            .OrderBy(snapshot => snapshot.Taken),
                    ]
                )
                {
                    Format = answer["format"].TextOrNull() ?? "",
                }
            ),
            var unread => unread.As<DiskSnapshots>(),
        };
    }

    private async Task<Reading<ProgramAnswer>> Run(ProgramCall call, CancellationToken cancel)
    {
        if (site is null)
            return new Reading<ProgramAnswer>.Unread(
                Unreadable.NotOursToRead,
                $"The site has no hypervisor section.",
                Evidence.None
            );
        return await shell.Run(call, cancel) switch
        {
            Reading<ProgramAnswer>.Seen { Value.Exit: not 0 } seen => Complaint(call, seen.Value).As<ProgramAnswer>(),
            var reading => reading,
        };
    }

    private Failure Complaint(ProgramCall call, ProgramAnswer answer)
    {
        var said = answer.Error;
        if (
            said.Contains("a password is required", StringComparison.Ordinal)
            || said.Contains("a terminal is required", StringComparison.Ordinal)
        )
        {
            return shell.Failed(
                call,
                answer.At,
                Unreadable.NotOursToRead,
                $"sudo would ask for a password to run {call.Words[2]}, and nobody is there to answer (R7): "
                    + $"allow it without one (NOPASSWD: {call.Words[2]}) for this user.",
                said
            );
        }

        if (said.Contains("failed to connect to the hypervisor", StringComparison.Ordinal))
            return shell.Failed(
                call,
                answer.At,
                Unreadable.Refused,
                $"libvirt at {site!.Uri} does not answer: is libvirtd running on {shell.Jumphost.Name}?",
                said
            );
        return
            said.Contains("failed to get domain", StringComparison.Ordinal)
            || said.Contains("No such file", StringComparison.Ordinal)
            ? shell.Failed(
                call,
                answer.At,
                Unreadable.NotFound,
                $"{ShellQuoting.Line(call.Words)}: {said.Trim().Split('\n')[0]}",
                said
            )
            : shell.Complaint(call, answer);
    }

    /// <summary>The rows of a virsh table: below the line of dashes, columns parted by two blanks or more.</summary>
    private Reading<IReadOnlyList<T>> Table<T>(
        ProgramCall call,
        ProgramAnswer answer,
        Func<string[], T> read,
        int columns
    )
    {
        var evidence = shell.EvidenceOf(call, answer.At, answer.Output);
        var lines = answer.Output.Split('\n');
        var dashes = Array.FindIndex(lines, line => line.StartsWith("---", StringComparison.Ordinal));
        if (dashes < 0)
            return new Reading<IReadOnlyList<T>>.Unread(
                Unreadable.Garbled,
                $"What {ShellQuoting.Line(call.Words)} printed is no table: no line of dashes is in it.",
                evidence
            );
        string[][] rows =
        [
            .. lines.Skip(dashes + 1).Where(line => line.Trim().Length > 0).Select(line => Gap().Split(line.Trim())),
        ];
        return rows.FirstOrDefault(row => row.Length < columns) is { } wrong
            ? new Reading<IReadOnlyList<T>>.Unread(
                Unreadable.Garbled,
                $"The row '{string.Join("  ", wrong)}' of {ShellQuoting.Line(call.Words)} has {wrong.Length} "
                    + $"columns, where {columns} are expected.",
                evidence
            )
            : new Reading<IReadOnlyList<T>>.Seen([.. rows.Select(read)], evidence);
    }

    private string Uri => site?.Uri ?? "";

    private ProgramCall Call(Command command, params string[] values) =>
        new(command.With(values)) { Within = deadlines.Command };

    [GeneratedRegex(@"\s{2,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Gap();
}
