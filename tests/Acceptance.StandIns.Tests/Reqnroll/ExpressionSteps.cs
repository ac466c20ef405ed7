using System.Globalization;
using Reqnroll;

namespace Acceptance.StandIns.Tests.Reqnroll;

[Binding]
[Scope(Feature = "Step expressions")]
public sealed class ExpressionSteps(WordLog log)
{
    private object? read;
    private int started;

    [When("{int} is read as int")]
    public void WhenInt(int value) => read = value;

    [When("{long} is read as long")]
    public void WhenLong(long value) => read = value;

    [When("{byte} is read as byte")]
    public void WhenByte(byte value) => read = value;

    [When("{float} is read as float")]
    public void WhenFloat(float value) => read = value;

    [When("{double} is read as double")]
    public void WhenDouble(double value) => read = value;

    [When("{decimal} is read as decimal")]
    public void WhenDecimal(decimal value) => read = value;

    [Then("the {word} was {}")]
    public void ThenItWas(string type, string value) =>
        string.Create(CultureInfo.InvariantCulture, $"{Keyword(read!.GetType())} {read}")
            .Should()
            .Be($"{type} {value}");

    [When("the word {word} is {string} or {string} quoted")]
    public void WhenWords(string word, string single, string twice) =>
        $"{word} {single} {twice}".Should().Be("host-01 single double");

    [Then("the state is {HostKind}")]
    public void ThenTheStateIs(HostKind kind) => kind.Should().Be(HostKind.Storage);

    [Then("the qualified state is {Acceptance.StandIns.Tests.Reqnroll.HostKind}")]
    public void ThenTheQualifiedStateIs(HostKind kind) => kind.Should().Be(HostKind.Compute);

    [When("{int} machine(s) is/are started")]
    public void WhenStarted(int count) => started += count;

    [Then(@"\({int}\) machines\\hosts \{in all} are started")]
    public void ThenStarted(int count) => started.Should().Be(count);

    [When("^the regex takes host (.*) and host (.*?)(?: (once|twice))?$")]
    public void WhenRegex(string one, string other, string often) =>
        $"{one} {other} {often}".Should().Be("n1 n2 twice");

    [When(@"a bare regex takes (\d+) units")]
    public void WhenBareRegex(int units) => units.Should().Be(12);

    [When("a named address {endpoint} is given")]
    public void WhenAddress(Address address) => address.Should().Be(new Address("10.0.0.1", 53));

    [When("the wait is {TimeSpan}")]
    public void WhenWait(TimeSpan wait) => wait.Should().Be(TimeSpan.FromSeconds(125));

    [When("{day} is given")]
    public void WhenDay(DateOnly day)
    {
        day.Day.Should().Be(22);
        log.ToString().Should().Be("asked for tomorrow");
    }

    [When("{int} is counted")]
    public void WhenCounted(int count) => count.Should().Be(12);

    [When("these are read by a transformation")]
    public void WhenTransformed(Host[] hosts) => hosts.Should().Equal(new Host("n1", 3, HostKind.Compute));

    private static string Keyword(Type type) =>
        type.Name switch
        {
            nameof(Int32) => "int",
            nameof(Int64) => "long",
            nameof(Single) => "float",
            var name => name.ToLowerInvariant(),
        };
}
