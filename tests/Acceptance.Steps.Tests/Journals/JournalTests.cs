using Acceptance.Cloud;
using Acceptance.Decisions.Runs;
using Acceptance.Runs.Journals;
using Acceptance.Steps.Tests.InMemory;

namespace Acceptance.Steps.Tests.Journals;

/// <summary>
/// What a run does to a cloud is on disk before it is done, and the next run reads what a dead one left.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class JournalTests : IDisposable
{
    private readonly StateFolder _state = new();
    private readonly HandClock _clock = new();

    public void Dispose() => _state.Dispose();

    private Journal JournalOf(string run) => new(_state.Path, run, _clock);

    private Task Make(Journal journal, string name) =>
        journal.Do("create", "cluster", name, null, () => Read.Seen("uuid-1"), uuid => uuid);

    [Test]
    public async Task The_plan_is_on_disk_before_the_deed_begins_and_how_it_ended_after_it()
    {
        var journal = JournalOf("run-1");
        var planned = "";
        await journal.Do(
            "create",
            "cluster",
            "edge-1",
            null,
            () =>
            {
                planned = File.ReadAllText(_state.Journal);
                return Read.Seen("uuid-1");
            },
            uuid => uuid
        );
        planned.Should().Contain("\"outcome\":\"planned\"").And.Contain("edge-1").And.NotContain("done");
        File.ReadAllLines(_state.Journal).Should().HaveCount(2);
        File.ReadAllLines(_state.Journal)[1].Should().Contain("\"outcome\":\"done\"").And.Contain("uuid-1");
        journal.Mutations.Should().ContainSingle().Which.OutcomeWords.ToString().Should().Be("done");
    }

    [Test]
    public async Task A_deed_that_failed_keeps_its_word_and_its_sentence_apart()
    {
        var journal = JournalOf("run-1");
        await journal.Do(
            "delete",
            "cluster",
            "edge-1",
            "uuid-1",
            () => Read.Unread<Done>(Unreadable.ServerError, "removed: no, Magnum answered 503")
        );
        var record = journal.Mutations.Should().ContainSingle().Subject;
        record.Outcome.Should().Be(DeedOutcome.Failed);
        record.OutcomeWords.ToString().Should().Be("failed: removed: no, Magnum answered 503");
    }

    [Test]
    public async Task What_a_dead_run_planned_or_made_is_left_behind_and_what_it_removed_is_not()
    {
        var dead = JournalOf("run-1");
        await Make(dead, "edge-1");
        await Make(dead, "edge-2");
        dead.Removed("cluster", "edge-2");
        await dead.Do("create", "image", "jammy", null, () => Read.Unread<string>(Unreadable.TimedOut, "no answer"));
        await dead.Do("delete", "cluster", "edge-3", null, () => Read.Seen(Done.It));
        var left = JournalOf("run-2").LeftBehind;
        left.Select(entry => (entry.Kind, entry.Name, entry.Run))
            .Should()
            .Equal(("cluster", "edge-1", "run-1"), ("image", "jammy", "run-1"));
        left[0].Id.Should().Be("uuid-1");
    }

    [Test]
    public async Task What_was_swept_once_is_not_left_behind_again()
    {
        await Make(JournalOf("run-1"), "edge-1");
        var second = JournalOf("run-2");
        second.Sweep(second.LeftBehind.Single());
        JournalOf("run-3").LeftBehind.Should().BeEmpty();
    }

    [Test]
    public async Task Half_a_line_of_a_killed_writer_loses_nothing_of_what_stands_before_it()
    {
        await Make(JournalOf("run-1"), "edge-1");
        var lines = File.ReadAllLines(_state.Journal);
        File.WriteAllText(_state.Journal, $"{lines[0]}\n{lines[1][..40]}");
        var left = JournalOf("run-2").LeftBehind.Should().ContainSingle().Subject;
        left.Name.Should().Be("edge-1");
        left.Outcome.Should().Be(DeedOutcome.Planned, "the line that said more was never finished");
    }

    [TestCase("planned", true)]
    [TestCase("done", true)]
    [TestCase("failed: Magnum answered 503", true)]
    [TestCase("removed", false)]
    [TestCase("3", true, Description = "a number is no word, though the member has it")]
    [TestCase("a word of a later version", true, Description = "nothing proves it gone")]
    public void A_file_of_an_older_run_is_still_read(string outcome, bool left)
    {
        File.WriteAllText(
            _state.Journal,
            $$"""{"deed":"d1","run":"run-0","what":"create","kind":"cluster","name":"edge-1","id":null,"planned":"2026-11-04T22:10:00+00:00","ended":null,"outcome":"{{outcome}}","swept":null}"""
                + "\n"
        );
        // Whatever umask the test runs with: a journal that a group may write is not believed.
        File.SetUnixFileMode(_state.Journal, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        JournalOf("run-1").LeftBehind.Should().HaveCount(left ? 1 : 0);
    }

    [Test]
    public async Task A_run_knows_what_it_made_itself_until_it_is_proven_gone()
    {
        var journal = JournalOf("run-1");
        journal.Keeps("edge-1", "cluster").Should().BeFalse();
        await Make(journal, "edge-1");
        journal.Keeps("edge-1", "cluster").Should().BeTrue();
        journal.Keeps("edge-1", "service").Should().BeFalse();
        journal.Removed("cluster", "edge-1");
        journal.Keeps("edge-1", "cluster").Should().BeFalse();
    }
}
