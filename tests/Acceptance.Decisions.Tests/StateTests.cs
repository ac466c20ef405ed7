using System.Reflection;
using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Decisions.Tests;

public class StateTests
{
    private static IEnumerable<Type> Kinds =>
        typeof(State<>)
            .Assembly.GetTypes()
            .Where(type => type.IsEnum && type.GetFields().Any(member => member.IsDefined(typeof(WordAttribute))));

    [TestCaseSource(nameof(Kinds))]
    public void Every_member_is_read_from_its_word_and_shows_as_it(Type kind) =>
        typeof(StateTests)
            .GetMethod(nameof(IsReadFromItsWords), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(kind)
            .Invoke(null, []);

    [Test]
    public void A_word_that_nobody_knows_stays_what_it_is()
    {
        var odd = State<AmphoraStatus>.Read("FINE");
        odd.Known.Should().BeNull();
        odd.Unrecognised.Should().Be("FINE");
        $"{odd}".Should().Be("FINE");
        odd.Should().Be(State<AmphoraStatus>.Read("FINE")).And.NotBe(State<AmphoraStatus>.Read("WELL"));
    }

    [TestCase("active ")]
    [TestCase("Active")]
    [TestCase("ACTIVE")]
    [TestCase("active\n")]
    public void A_word_that_is_nearly_known_is_not(string word) =>
        State<WorkloadStatus>.Read(word).Known.Should().BeNull();

    [Test]
    public void Nothing_said_is_neither_known_nor_unrecognised()
    {
        foreach (var silent in new[] { default, State<AgentStatus>.Read(""), State<AgentStatus>.Read(null) })
        {
            silent.Unsaid.Should().BeTrue();
            (silent.Known, silent.Unrecognised, silent.Word).Should().Be((null, null, ""));
            silent.Should().Be(default(State<AgentStatus>));
        }
    }

    [TestCase("UP", HaProxyStatus.Up)]
    [TestCase("UP 2/3", HaProxyStatus.UpFalling)]
    [TestCase("DOWN 1/2", HaProxyStatus.DownRising)]
    [TestCase("DOWN (agent)", HaProxyStatus.DownByAgent)]
    [TestCase("MAINT (via api/a)", HaProxyStatus.Maint)]
    [TestCase("MAINT (resolution)", HaProxyStatus.Maint)]
    [TestCase("no check", HaProxyStatus.NoCheck)]
    public void What_varies_within_a_word_is_kept_and_means_the_same(string word, HaProxyStatus means)
    {
        var state = State<HaProxyStatus>.Read(word);
        state.Is(means).Should().BeTrue();
        state.Word.Should().Be(word);
        state.Should().Be((State<HaProxyStatus>)means);
        state.GetHashCode().Should().Be(((State<HaProxyStatus>)means).GetHashCode());
    }

    [TestCase("UPPER")]
    [TestCase("UP /")]
    [TestCase("UP")]
    [TestCase("not UP 2/3")]
    public void A_varying_word_is_matched_whole(string word) =>
        State<HaProxyStatus>.Read(word).Is(HaProxyStatus.UpFalling).Should().BeFalse();

    [Test]
    public void Words_of_a_site_file_are_compared_by_meaning()
    {
        State<AgentStatus> idle = AgentStatus.Idle;
        idle.IsAmong(["idle", "executing"]).Should().BeTrue();
        idle.IsAmong(["lost"]).Should().BeFalse();
        default(State<AgentStatus>).IsAmong(["idle"]).Should().BeFalse();
    }

    private static void IsReadFromItsWords<T>()
        where T : struct, Enum
    {
        List<string> words = [];
        foreach (var member in Enum.GetValues<T>())
        {
            State<T> state = member;
            state.Unsaid.Should().BeFalse("{0} has a word", member);
            State<T>.Read(state.Word).Known.Should().Be(member);
            words.Add(state.Word);
        }

        words.Should().OnlyHaveUniqueItems();
    }
}
