using Acceptance.Cloud.Permits;

namespace Acceptance.Decisions.Tests;

public class PermitWordsTests
{
    [Test]
    public void Permits_are_ordered() =>
        new[] { Permit.Destroy, Permit.Observe, Permit.Mutate }
            .Order()
            .Should()
            .Equal(Permit.Observe, Permit.Mutate, Permit.Destroy);

    [Test]
    public void Every_permit_is_read_from_its_own_word([Values] Permit permit) =>
        PermitWords.Read($" {permit.Word().ToUpperInvariant()} ").Should().Be(permit);

    [Test]
    public void Another_word_is_refused_with_the_allowed_ones() =>
        FluentActions
            .Invoking(() => PermitWords.Read("everything"))
            .Should()
            .Throw<FormatException>()
            .WithMessage("'everything' is no permit: allowed are observe, mutate, destroy.");
}
