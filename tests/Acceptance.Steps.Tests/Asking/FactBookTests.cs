using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Sites;

namespace Acceptance.Steps.Tests.Asking;

/// <summary>A fact is read once, until the run may have changed it; what is put in needs no wire.</summary>
public class FactBookTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 4, 22, 10, 0, TimeSpan.Zero);

    private static readonly Site Site = new() { Name = "edge-lab", Credentials = new() };

    [Test]
    public async Task A_fact_that_was_not_put_in_is_unread_and_says_so()
    {
        var key = FactKey<int>.Moving("answer", _ => Task.FromResult(Seen(42)));

        var reading = await new FactBook(Site, Now).Read(key);

        reading
            .Should()
            .BeOfType<Reading<int>.Unread>()
            .Which.Sentence.ToString()
            .Should()
            .Contain("\"answer\" was not put in");
    }

    [Test]
    public async Task What_moves_is_forgotten_and_what_stands_still_is_kept()
    {
        var moving = FactKey<int>.Moving("load", _ => Task.FromResult(Seen(1)));
        var still = FactKey<int>.Still("model", _ => Task.FromResult(Seen(2)));
        var book = new FactBook(Site, Now);
        book.Put(moving, Seen(1));
        book.Put(still, Seen(2));

        book.Forget();

        (await book.Read(moving)).Should().BeOfType<Reading<int>.Unread>();
        (await book.Read(still)).Should().Be(Seen(2));
    }

    [Test]
    public async Task What_nobody_witnessed_is_unread()
    {
        var sheet = await new FactBook(Site, Now).Gather([FactKey<int>.Witnessed("the failover")]);

        sheet.Readings.Values.Should().ContainSingle().Which.Should().BeOfType<Reading<int>.Unread>();
    }

    [Test]
    public async Task A_judgement_that_looks_at_what_it_did_not_name_is_stopped()
    {
        var named = FactKey<int>.Still("named", _ => Task.FromResult(Seen(1)));
        var other = FactKey<int>.Still("other", _ => Task.FromResult(Seen(2)));
        var sheet = await new FactBook(Site, Now).Gather([named]);

        FluentActions
            .Invoking(() => sheet.Reading(other))
            .Should()
            .Throw<InvalidOperationException>()
            .WithMessage("\"other\" is not among the facts that the check names");
    }

    private static Reading<int> Seen(int value) => new Reading<int>.Seen(value, Evidence.None);
}
