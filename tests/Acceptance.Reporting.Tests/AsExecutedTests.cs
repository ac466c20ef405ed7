using Acceptance.Reporting.AsExecuted;
using static VerifyNUnit.Verifier;

namespace Acceptance.Reporting.Tests;

public sealed class AsExecutedTests
{
    [Test]
    public Task Every_mutation_is_a_dated_block() =>
        Verify(AsExecutedLog.Of(Samples.Green()), "md").UseDirectory("Approved");

    [Test]
    public void A_run_that_only_read_says_so() =>
        AsExecutedLog.Of(Samples.VaultSealed()).Should().EndWith("Nothing was mutated: the run only read.\n");

    [Test]
    public void A_name_cannot_end_its_block()
    {
        var log = AsExecutedLog.Of(HostileSample.Run("x\n```\n# I am a heading ````"));
        log.Split('\n').Should().NotContain(line => line.StartsWith("# I am")).And.Contain("`````text");
    }
}
