namespace Acceptance.Architecture.Tests.Coverage;

/// <summary>The closed vocabulary of the features: every sentence with its uses, approved as text.</summary>
public class VocabularyTests
{
    private const int LeastReuse = 3;

    private static readonly IReadOnlyDictionary<string, int> Uses = Vocabulary.Of(Repository.Files);

    [Test]
    public void Every_sentence_stands_in_the_approved_vocabulary_with_its_uses()
    {
        var said = string.Concat(
            Uses.OrderByDescending(one => one.Value)
                .ThenBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => $"{one.Value, 3}  {one.Key}\n")
        );
        TestContext.Out.Write(said);
        var approved = Path.Combine(Repository.Root, "features", "Vocabulary.approved.txt");
        said.Should()
            .Be(
                File.Exists(approved) ? File.ReadAllText(approved) : "",
                "a new sentence needs a reason; approve it in features/Vocabulary.approved.txt"
            );
    }

    [Test]
    public void No_sentence_is_there_that_no_feature_uses() =>
        Uses.Where(one => one.Value == 0).Select(one => one.Key).Should().BeEmpty();

    [Test]
    public void A_sentence_serves_many() =>
        (Uses.Values.Sum() / (double)Uses.Count)
            .Should()
            .BeGreaterThanOrEqualTo(LeastReuse, "{0} sentences have {1} uses", Uses.Count, Uses.Values.Sum());
}
