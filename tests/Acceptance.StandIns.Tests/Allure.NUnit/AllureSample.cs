using System.Text;
using Allure.Net.Commons;
using Allure.NUnit;
using Allure.NUnit.Attributes;

namespace Acceptance.StandIns.Tests.AllureNUnit;

/// <summary>Run by AllureResultSpecs only; two of its tests do not pass, and are meant not to.</summary>
[AllureNUnit]
[Explicit("A sample for AllureResultSpecs, which runs it itself.")]
[AllureSuite("Samples")]
[AllureTag("first", "second")]
[Category("Sample")]
public sealed class AllureSample
{
    [Test]
    [AllureSeverity(SeverityLevel.critical)]
    [Description("Does several things.")]
    public async Task Passes()
    {
        AllureApi.Step("outer", () => AllureApi.Step("inner", () => { }));
        await AllureApi.Step(
            "later",
            async () =>
            {
                await Task.Yield();
                AllureApi.AddAttachment("evidence", "text/plain", Encoding.UTF8.GetBytes("seen"), ".txt");
            }
        );
        AllureApi.AddLabel("layer", "octavia");
        AllureApi.AddLink("runbook", "https://runbook.example/8.5");
        TestContext.Out.WriteLine("said");
    }

    [Test]
    public void Fails() => AllureApi.Step("counts", () => Assert.That(1, Is.EqualTo(2)));

    [Test]
    public void Breaks()
    {
        // Typed, because a lambda that only throws would be taken for an asynchronous step.
        Action reading = () => throw new InvalidDataException("nothing there");
        AllureApi.Step("reads", reading);
    }

    [Test]
    public void Skips() => Assert.Ignore("held back by octavia");

    [TestCase(1, "a")]
    [TestCase(2, "b")]
    public void Takes(int number, string text) => Assert.That(text, Has.Length.LessThan(number + 1));
}
