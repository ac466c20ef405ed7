using Reqnroll;
using Reqnroll.BoDi;
using Reqnroll.UnitTestProvider;

namespace Acceptance.StandIns.Tests.Reqnroll;

[Binding]
[Scope(Feature = "Injection")]
public sealed class InjectionSteps(
    Note note,
    IObjectContainer container,
    ScenarioContext scenario,
    IReqnrollOutputHelper output,
    IUnitTestRuntimeProvider runner
)
{
    private static readonly List<Note> Earlier = [];

    [BeforeScenario]
    public void Register()
    {
        Earlier.All(one => one.IsDisposed).Should().BeTrue("the container of a scenario disposes of what it made");
        Earlier.Add(note);
        container.RegisterTypeAs<Note, INote>("typed");
        container.RegisterFactoryAs<IFormattable>(_ => 5);
        container.RegisterInstanceAs<IComparable>("instance");
    }

    [When("one class notes {string}")]
    public void WhenNoted(string text) => note.Text = text;

    [Then("the registered ones are resolved")]
    public void ThenRegistered()
    {
        container.Resolve<INote>("typed").Should().BeOfType<Note>().And.NotBeSameAs(note);
        container.Resolve<INote>("typed").Should().BeSameAs(container.Resolve<INote>("typed"));
        container.Resolve<IFormattable>().Should().Be(5);
        container.Resolve<IComparable>().Should().Be("instance");
        container.Resolve<RunWideLog>().Text.Should().Be("run");
        container.IsRegistered<INote>().Should().BeFalse();
        runner.Should().NotBeNull();
    }

    [When("{string} and {int} are put in the bag")]
    public void WhenPut(string text, int number)
    {
        scenario.Set(text);
        scenario["number"] = number;
    }

    [Then("the bag holds {string} and {int} and no date")]
    public void ThenTheBagHolds(string text, int number)
    {
        scenario.Get<string>().Should().Be(text);
        scenario.Get<int>("number").Should().Be(number);
        scenario.TryGetValue<DateOnly>(out _).Should().BeFalse();
    }

    [When("a line and a file are given to the output helper")]
    public void WhenOutput()
    {
        output.WriteLine("{0} of {1}", 1, "two");
        output.AddAttachment(typeof(InjectionSteps).Assembly.Location);
        scenario.ScenarioExecutionStatus.Should().Be(ScenarioExecutionStatus.OK);
        scenario.TestError.Should().BeNull();
    }
}
