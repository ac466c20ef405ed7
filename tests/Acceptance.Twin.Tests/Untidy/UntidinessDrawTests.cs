using Acceptance.Cloud.Twin.World.Untidy;

namespace Acceptance.Twin.Tests.Untidy;

/// <summary>Which untidinesses a seed draws.</summary>
public sealed class UntidinessDrawTests
{
    private static readonly int[] Wide = [.. Enumerable.Range(1, 200)];
    private static readonly int[] OverTheWire = [.. Enumerable.Range(1, 20)];

    [Test]
    public void Each_has_an_id_of_its_own_and_a_sentence()
    {
        UntidinessCatalogue.All.Select(one => one.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(id => IsAWord(id));
        UntidinessCatalogue.All.Should().OnlyContain(one => one.Says.Length > 20 && !one.Says.EndsWith('.'));
    }

    private static bool IsAWord(string id) =>
        id.Length > 3 && id.All(letter => char.IsAsciiLetter(letter) || letter == '-');

    [Test]
    public void None_is_never_drawn_and_none_always()
    {
        var table = UntidinessCatalogue.All.Select(one =>
            (one.Id, Wide: Often(one.Id, Wide), OverTheWire: Often(one.Id, OverTheWire))
        );
        foreach (var (id, wide, overTheWire) in table)
        {
            TestContext.Out.WriteLine($"{id, -18} {wide, 3} of {Wide.Length} {overTheWire, 3} of {OverTheWire.Length}");
            wide.Should().BeInRange(Wide.Length / 3, Wide.Length * 2 / 3, id);
            overTheWire.Should().BeInRange(1, OverTheWire.Length - 1, id);
        }
    }

    private static int Often(string id, IEnumerable<int> seeds) =>
        seeds.Count(seed => UntidinessCatalogue.Draw(seed).Any(one => one.Id == id));

    [Test]
    public void A_seed_draws_the_same_again_and_another_draws_others()
    {
        UntidinessCatalogue.Draw(12).Should().Equal(UntidinessCatalogue.Draw(12));
        Wide.Select(seed => string.Join(' ', UntidinessCatalogue.Draw(seed).Select(one => one.Id)))
            .Distinct()
            .Should()
            .HaveCountGreaterThan(Wide.Length - 5);
    }

    [Test]
    public void What_is_asked_for_is_named_drawn_or_all()
    {
        UntidinessCatalogue.Named(["all"], 1).Should().Equal(UntidinessCatalogue.All);
        UntidinessCatalogue
            .Named(["drawn", "role-Admin"], 3)
            .Should()
            .Contain(UntidinessCatalogue.Draw(3))
            .And.OnlyHaveUniqueItems();
        var asked = () => UntidinessCatalogue.Named(["vault-standby"], 1);
        asked.Should().Throw<UnknownUntidinessException>().WithMessage("*'vault-standby'. Near it: vault-standbys*");
    }
}
