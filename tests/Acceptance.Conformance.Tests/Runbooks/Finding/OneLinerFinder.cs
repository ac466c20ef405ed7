using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Runbooks.Finding;

/// <summary>
/// Finds appendix A's commands of every other program than the five: what its fixes and its confirmations say to type
/// on a host, on the jumphost or in the management VM.
/// </summary>
internal static partial class OneLinerFinder
{
    private const string Appendix = "appendix-A-troubleshooting";

    /// <summary>Those that differ, each where it stands first.</summary>
    public static IReadOnlyList<RunbookLine> Distinct() =>
        [.. RunbookText.All().Where(runbook => runbook.Name == Appendix).SelectMany(In).DistinctBy(line => line.Text)];

    private static IEnumerable<RunbookLine> In(RunbookText runbook) =>
        from at in Enumerable.Range(0, runbook.Lines.Count)
        from command in Sentence.Commands(runbook.Lines[at], Program())
        select new RunbookLine(runbook.Name, at + 1, command.Split(' ').First(word => word != "sudo"), command);

    /// <summary>
    /// A program's name where it begins a command: its first word, or a sign that no sentence has there.
    /// </summary>
    [GeneratedRegex(
        @"(?<![\w/.'-])(?:vault(?= operator)|haproxy(?= -)|systemctl(?= re)|nginx(?= -)|ps(?= -)|who(?= -)|uptime(?= \()|journalctl(?= -)|k8s(?= bootstrap -)|snap(?= remove)|helm(?= (?:install|version) )|clusterctl(?= init)|env(?= -)|command(?= -)|qemu-img(?= (?:info|create))|grep(?= [-'])|sed(?= -i)|bash(?= -[ns] )|chmod(?= \d))"
    )]
    private static partial Regex Program();
}
