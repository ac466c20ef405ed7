using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.Checks.Snapshots;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Live.Tests.Twins;

/// <summary>D-011.7 of its second kind, from the twin's fault over the site and the folder to the check.</summary>
public sealed class CaptureFaultTests
{
    [Test]
    public async Task A_capture_of_a_run_that_failed_is_no_baseline_until_it_is_healed()
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted" });

        var folder = twin.Faults.Inject("capture-refused").Victim!;
        var broken = (await Judged(twin)).Should().BeOfType<Verdict.Broken>().Which;
        broken.Findings.Should().ContainSingle(one => one.Victim == folder && one.Entry == "capture-baseline");
        broken.Sentence.ToString().Should().Contain("is of a run that failed (lowest red rung: juju)");

        twin.Faults.Heal("capture-refused");
        (await Judged(twin)).Should().BeOfType<Verdict.Kept>().Which.Sentence.ToString().Should().Contain("snapshot");
    }

    private static async Task<Verdict> Judged(Twin twin)
    {
        await using var cloud = LiveCloud.Open(new SiteReader().Read(twin.SiteFile), twin.Home, new AllowAll());
        return BaselineStands.Check.Judge(await new FactBook(cloud).Gather(BaselineStands.Check.Facts));
    }
}
