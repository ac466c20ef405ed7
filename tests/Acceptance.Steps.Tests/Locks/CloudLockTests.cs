using System.Globalization;
using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Runs.Locks;
using Acceptance.Steps.Tests.InMemory;

namespace Acceptance.Steps.Tests.Locks;

/// <summary>One mutating run at a time: by a file here, by a tag on the project there.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CloudLockTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 4, 22, 10, 0, TimeSpan.Zero);
    private readonly StateFolder _state = new();
    private readonly List<string> _tags = [];

    public void Dispose() => _state.Dispose();

    private IIdentity Identity =>
        Port<IIdentity>.That(
            (nameof(IIdentity.Tags), _ => Read.List<string>([.. _tags])),
            (
                nameof(IIdentity.AddTag),
                asked =>
                {
                    _tags.Add((string)asked[1]!);
                    return Read.Seen(Done.It);
                }
            ),
            (
                nameof(IIdentity.RemoveTag),
                asked =>
                {
                    _tags.Remove((string)asked[1]!);
                    return Read.Seen(Done.It);
                }
            )
        );

    private static CloudHolder Holder(string run) => CloudHolder.This(run, Now);

    [Test]
    public async Task A_second_holder_here_is_refused_by_the_name_of_the_first()
    {
        await using var first = CloudLock.Take(_state.Path, "run-1", Now);
        var refused = FluentActions
            .Invoking(() => CloudLock.Take(_state.Path, "run-2", Now))
            .Should()
            .Throw<VerdictException>()
            .Which;
        refused.Message.Should().Contain($"held by run run-1 of process {Environment.ProcessId}");
        refused.Verdict.Causes.Should().ContainSingle().Which.Kind.Should().Be(CauseKind.Resource);
    }

    [Test]
    public async Task Given_back_it_is_taken_by_the_next()
    {
        await using (CloudLock.Take(_state.Path, "run-1", Now)) { }
        await using var second = CloudLock.Take(_state.Path, "run-2", Now);
        File.ReadAllText(Path.Combine(_state.Path, "holder")).Should().Contain("run-2");
    }

    [Test]
    public async Task The_tag_there_tells_the_holder_and_goes_with_the_lock()
    {
        await using (var held = CloudLock.Take(_state.Path, "run-1", Now))
        {
            await held.Tell(Identity, "project-1", "run-1", Now);
            _tags.Should().Equal(Holder("run-1").Tag);
        }

        _tags.Should().BeEmpty();
    }

    [Test]
    public async Task A_holder_that_lives_there_is_refused_by_name_with_the_way_out()
    {
        _tags.Add(Holder("run-1").Tag);
        var refused = await FluentActions
            .Awaiting(() => CloudLock.RefuseIfHeld(Identity, "project-1"))
            .Should()
            .ThrowAsync<VerdictException>();
        refused.Which.Message.Should().Contain("run-1").And.Contain($"--remove-tag {_tags[0]} project-1");
        _tags.Should().ContainSingle();
    }

    /// <summary>S19: a tag is written by whoever may write tags.</summary>
    [TestCase("~$(touch X)", "'{0}'")]
    [TestCase("~a; touch X", "'{0}'")]
    public async Task The_way_out_is_one_command_whatever_the_tag_is(string rest, string word)
    {
        _tags.Add($"{CloudHolder.Prefix[..^1]}{rest}");
        var refused = await FluentActions
            .Awaiting(() => CloudLock.RefuseIfHeld(Identity, "project-1"))
            .Should()
            .ThrowAsync<VerdictException>();
        var quoted = string.Format(CultureInfo.InvariantCulture, word, _tags[0]);
        refused.Which.Message.Should().EndWith($"openstack project set --remove-tag {quoted} project-1");
    }

    [Test]
    public async Task A_holder_that_is_dead_is_superseded()
    {
        // The same process id, begun at another time: the id was given again.
        _tags.Add((Holder("run-1") with { Begun = 1 }).Tag);
        _tags.Add("somebody-elses-tag");
        await CloudLock.RefuseIfHeld(Identity, "project-1");
        _tags.Should().Equal("somebody-elses-tag");
    }

    [Test]
    public async Task A_holder_on_another_host_is_alive_for_all_we_know()
    {
        _tags.Add((Holder("run-1") with { Host = "another-jumphost", Begun = 1 }).Tag);
        await FluentActions
            .Awaiting(() => CloudLock.RefuseIfHeld(Identity, "project-1"))
            .Should()
            .ThrowAsync<VerdictException>()
            .WithMessage("*another-jumphost*");
    }

    [Test]
    public async Task A_tag_that_nobody_can_read_holds_too()
    {
        _tags.Add($"{CloudHolder.Prefix}of-a-later-version");
        await FluentActions
            .Awaiting(() => CloudLock.RefuseIfHeld(Identity, "project-1"))
            .Should()
            .ThrowAsync<VerdictException>();
    }
}
