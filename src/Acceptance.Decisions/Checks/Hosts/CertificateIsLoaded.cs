using System.Globalization;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>
/// ovn-controller on every chassis started after its certificate was written (FACTS 0.12). One that did not is
/// connected by the link that it had, until something cuts it.
/// </summary>
public static class CertificateIsLoaded
{
    public static Check Check { get; } =
        new()
        {
            Id = "chassis-certificate-loaded",
            Promise = "every chassis runs with the certificate that it was last given",
            Rung = "ovn",
            Needs = [SiteNeed.Juju],
            Facts = [UnitFacts.ChassisCertificates],
            Judgement = sheet => sheet.Judge(UnitFacts.ChassisCertificates, Judge),
        };

    /// <summary>Ages are whole seconds; the clock is read after them, so that a slow unit makes nobody older.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    public static Verdict Judge(UnitAnswers chassis, Evidence evidence)
    {
        (string Unit, (DateTimeOffset Written, DateTimeOffset Started)? Seen)[] all =
        [
            .. chassis.Heard.Select(answer => (answer.Unit, Read(answer.Stdout))),
        ];
        Finding[] findings =
        [
            .. all.Where(one => one.Seen is { } seen && seen.Started + Slack < seen.Written)
                .Select(one => new Finding(
                    $"ovn-controller on {one.Unit} runs since {Moment.At(one.Seen!.Value.Started)}, "
                        + $"and its certificate was written after that, at {Moment.At(one.Seen.Value.Written)}: "
                        + $"it still has the old one",
                    one.Unit,
                    OvnTlsSweep.Id,
                    evidence
                )),
        ];
        string[] unread = [.. all.Where(one => one.Seen is null).Select(one => one.Unit)];
        return findings.Length == 0 && unread.Length > 0
            ? Verdict.NotKnown(
                $"whether ovn-controller on {string.Join(", ", unread)} started after its certificate was written "
                    + $"could not be read",
                null,
                evidence
            )
            : chassis.Conclude(
                findings,
                () => $"ovn-controller on {chassis.Asked.Count} chassis started after its certificate was written",
                evidence
            );
    }

    // Written, the clock, the age of each process: the oldest one tells.
    private static (DateTimeOffset Written, DateTimeOffset Started)? Read(string printed)
    {
        long[] figures =
        [
            .. printed
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line =>
                    long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : -1
                ),
        ];
        return
            figures is [var written and > Epoch and < Latest, var now and > Epoch and < Latest, _, ..]
            && figures[2..].All(age => age is >= 0 and < Epoch)
            ? (
                DateTimeOffset.FromUnixTimeSeconds(written),
                DateTimeOffset.FromUnixTimeSeconds(now - figures[2..].Max())
            )
            : null;
    }

    /// <summary>No moment of a running cloud is earlier, and no process older: who is who among the figures.</summary>
    private const long Epoch = 1_000_000_000,
        Latest = 100_000_000_000;
}
