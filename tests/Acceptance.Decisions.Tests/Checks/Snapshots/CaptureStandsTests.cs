using Acceptance.Cloud.Captures;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Snapshots;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Snapshots;

public class CaptureStandsTests
{
    private const string Folder = "/srv/captures",
        Entry = "capture-baseline";

    private static readonly DateTimeOffset Deployed = Facts.Now.AddDays(-20);

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "a green one of this deploy",
                () => Judge(Deployed, Of(5)),
                "of 40 checks passed, 5 d ago and after the deploy"
            ),
            Judged.Kept("the last of several counts", () => Judge(Deployed, Of(9, CaptureOutcome.Fail), Of(1))),
            Judged.Broken("none", () => Judge(Deployed), Folder, Entry, "no capture of this cloud"),
            Judged.Broken(
                "only another cloud's",
                () => Judge(Deployed, Of(5) with { Controller = "uuid-2" }),
                Folder,
                Entry,
                "only 1 of other clouds"
            ),
            Judged.Broken(
                "the last run was red, whatever an older one was",
                () => Judge(Deployed, Of(9), Of(1, CaptureOutcome.Fail)),
                Folder,
                Entry,
                "a run that failed (lowest red rung: vault)"
            ),
            Judged.Broken(
                "older than the deploy",
                () => Judge(Deployed, Of(21)),
                Folder,
                Entry,
                "older than the deploy"
            ),
            Judged.Broken(
                "older than the site lets one count",
                () => Judge(Deployed.AddDays(-90), Of(31)),
                Folder,
                Entry,
                "31 d old, and the site lets one count for 30 d"
            ),
            Judged.Broken("dated in the future", () => Judge(Deployed, Of(-1)), Folder, Entry, "in the future"),
            Judged.Unknown("no moment of the deploy", () => Judge(null, Of(5)), Entry),
            Judged.Unknown("one of nothing", () => Judge(Deployed, Of(5) with { Checks = 0 }), Entry),
            Judged.Unknown(
                "an outcome that nobody knows",
                () => Judge(Deployed, Of(5) with { Outcome = Acceptance.Cloud.State<CaptureOutcome>.Read("MAYBE") }),
                Entry,
                "MAYBE"
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Capture Of(int days, CaptureOutcome outcome = CaptureOutcome.Pass) =>
        new(
            "one.capture.json",
            Facts.Now.AddDays(-days),
            "uuid-1",
            outcome,
            40,
            outcome == CaptureOutcome.Pass ? "" : "vault"
        );

    private static Verdict Judge(DateTimeOffset? deployed, params Capture[] captures) =>
        CaptureStands.Judge(
            captures,
            new JujuController("edge", "uuid-1"),
            new SiteBaseline { Kind = SiteBaseline.Capture, Folder = Folder },
            deployed,
            Facts.Now,
            Facts.Read
        );
}
