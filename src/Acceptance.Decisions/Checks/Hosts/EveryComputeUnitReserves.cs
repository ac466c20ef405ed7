using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>
/// nova.conf on every compute unit, not on one, reserves the memory of the services beside the guests (D-040).
/// </summary>
public static partial class EveryComputeUnitReserves
{
    public static Check Check { get; } =
        new()
        {
            Id = "memory-reserved",
            Promise = "every compute unit keeps the agreed memory back",
            Rung = "hypervisors",
            Gates = true,
            Needs = [SiteNeed.Compute, SiteNeed.Juju],
            Facts = [UnitFacts.ReservedMemory],
            Judgement = sheet =>
                sheet.Judge(UnitFacts.ReservedMemory, (units, evidence) => Judge(units, sheet.Site.Compute!, evidence)),
        };

    public const string Entry = D040.Id;

    /// <summary>What grep exits with when it read the file and no line fits.</summary>
    private const int NoMatch = 1;

    public static Verdict Judge(UnitAnswers units, SiteCompute site, Evidence evidence)
    {
        Finding[] findings =
        [
            .. units
                .Heard.Select(answer => (answer.Unit, answer.Exit, answer.Complaint, Figure: Read(answer.Stdout)))
                .Where(read => read.Figure != site.ReservedHostMemoryMb)
                .Select(read => new Finding(
                    read switch
                    {
                        { Figure: { } figure } =>
                            $"{read.Unit} reserves {figure} MB for its host, not {site.ReservedHostMemoryMb}",
                        { Exit: 0 or NoMatch } => $"{read.Unit} sets no reserved_host_memory_mb in {site.NovaConf}, "
                            + $"so Nova's default of 512 holds",
                        _ => $"{site.NovaConf} on {read.Unit} could not be read (exit {read.Exit}: "
                            + $"{read.Complaint})",
                    },
                    read.Unit,
                    Entry,
                    evidence
                )),
        ];
        return units.Conclude(
            findings,
            () => $"{units.Asked.Count} compute units reserve {site.ReservedHostMemoryMb} MB",
            evidence
        );
    }

    private static int? Read(string conf) =>
        Setting().Matches(conf).Select(match => (int?)int.Parse(match.Groups[1].Value)).LastOrDefault();

    [GeneratedRegex(
        @"^\s*reserved_host_memory_mb\s*=\s*(\d+)\s*$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Setting();
}
