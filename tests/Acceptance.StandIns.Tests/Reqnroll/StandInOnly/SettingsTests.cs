using Reqnroll;
using Reqnroll.Configuration;

namespace Acceptance.StandIns.Tests.Reqnroll.StandInOnly;

public sealed class SettingsTests
{
    [Test]
    public void BindingAssembliesAreLoadedByName()
    {
        RunConfiguration
            .Read(
                "reqnroll.json",
                """
                { "bindingAssemblies": [{ "assembly": "Acceptance.StandIns.Tests" }], "runtime": { "missingOrPendingStepsOutcome": "Error" } }
                """
            )
            .Should()
            .Equal(typeof(SettingsTests).Assembly);
    }

    [TestCase(
        """{ "bindingAssemblies": [{ "assembly": "No.Such" }] }""",
        "reqnroll.json: the binding assembly No.Such cannot be loaded*"
    )]
    [TestCase(
        """{ "runtime": { "missingOrPendingStepsOutcome": "Ignore" } }""",
        "*is Ignore; the stand-in knows \"Error\" only*"
    )]
    [TestCase(
        """{ "runtime": { "stopAtFirstError": true } }""",
        "*runtime.stopAtFirstError is a setting that the stand-in does not cover*"
    )]
    [TestCase("""{ "language": { "feature": "de" } }""", "*language is a setting that the stand-in does not cover*")]
    [TestCase("{", "reqnroll.json is no JSON*")]
    public void WhatIsNotCoveredIsRefusedInWords(string json, string words)
    {
        var read = () => RunConfiguration.Read("reqnroll.json", json);

        read.Should().Throw<ReqnrollException>().WithMessage(words);
    }
}
