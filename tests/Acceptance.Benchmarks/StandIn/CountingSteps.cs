using Reqnroll;

namespace Acceptance.Benchmarks.StandIn;

/// <summary>Steps that do next to nothing, so that what is measured is who calls them.</summary>
[Binding]
public sealed class CountingSteps
{
    private readonly List<string> _words = [];
    private int _number;
    private int _sum;

    [Given("the number {int}")]
    public void Number(int number) => _number = number;

    [Given("the word {string}")]
    public void Word(string word) => _words.Add(word);

    [When("both are counted")]
    public void Count() => _sum += _number;

    [Then("the sum is {int}")]
    public void Sum(int sum) => Hold(sum == _sum, "the sum is another");

    [Then("{string} was among them")]
    public void Among(string word) => Hold(_words.Contains(word), "the word was not given");

    private static void Hold(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
