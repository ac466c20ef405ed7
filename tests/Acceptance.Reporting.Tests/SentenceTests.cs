using Acceptance.Cloud.Secrets;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;

namespace Acceptance.Reporting.Tests;

/// <summary>What stands in a hole is outside text: it cannot become more than words of one line.</summary>
public sealed class SentenceTests
{
    [Test]
    public void A_hole_is_cleaned_and_what_is_ours_stands()
    {
        const string name = "a\u001b[31m\u202eb\nc\ud800";
        Sentence sentence = $"the server {name} is\n{3:D2} times down";
        sentence.ToString().Should().Be("the server a\uFFFD[31m\uFFFDb c\uFFFD is\n03 times down");
    }

    [TestCase(@"\u001b[31m", "\uFFFD[31m")]
    [TestCase(@"\u202E", "\uFFFD")]
    [TestCase(@"\u00e4\n", @"\u00e4\n")]
    [TestCase(@"\ud83d\ude00", @"\ud83d\ude00")]
    public void A_control_that_JSON_spells_is_as_unfit(string said, string shown)
    {
        Sentence sentence = $"it says {said}";
        sentence.ToString().Should().Be($"it says {shown}");
    }

    [Test]
    public void A_hole_has_an_end_and_says_how_much_is_left()
    {
        Sentence sentence = $"<{new string('x', 65_536)}>";
        sentence.ToString().Length.Should().BeLessThan(Sentence.MostOfAHole + 3);
        sentence.ToString().Should().EndWith(" more characters)>");
    }

    [TestCase(Sentence.MostOfAHole - 60)]
    [TestCase(Sentence.MostOfAHole - 70)]
    public void A_secret_that_the_end_of_a_hole_halves_is_not_shown_to_its_half(int before)
    {
        Redaction.OfProcess.Learn("halved-in-a-hole-of-this-test");
        var outside = $"{new string('x', before)} halved-in-a-hole-of-this-test {new string('y', 9_000)}";
        Sentence sentence = $"<{outside}>";
        sentence.ToString().Should().Contain("REDACTED").And.NotContain("halved");
    }

    /// <summary>Two tenants' names beside each other: the first takes the second's label for its own secret.</summary>
    [Test]
    public void A_secret_whose_label_another_hole_would_take_along_is_not_shown()
    {
        var (domain, project, share) = ("VAULT_" + "TOKEN=s", "\"unseal_keys_hex\": [\"{0}\"]", new string('a', 66));
        Sentence sentence = $"the token is for {domain}/{string.Format(null, project, share)}";
        Published.Line(sentence).Should().StartWith("the token is for ").And.NotContain(share);
    }

    [Test]
    public void A_sentence_in_a_sentence_is_cleaned_once()
    {
        Sentence inner = $"{new string('x', 5_000)} and {new string('y', 5_000)}";
        Sentence outer = $"{inner}; so";
        outer.ToString().Should().Be($"{inner}; so");
    }

    [Test]
    public void Two_of_the_same_words_are_one()
    {
        var (one, other) = ("a", "b");
        Sentence whole = $"a and b",
            made = $"{one} and {other}";
        made.Should().Be(whole);
        (made == whole).Should().BeTrue();
        made.GetHashCode().Should().Be(whole.GetHashCode());
        Sentence.Join(" and ", [$"{one}", $"b"]).Should().Be(whole);
        Sentence.Empty.IsEmpty.Should().BeTrue();
    }

    [TestCase("plain", "openstack server show plain -f json")]
    [TestCase("two words", "openstack server show 'two words' -f json")]
    [TestCase("$(touch X)", "openstack server show '$(touch X)' -f json")]
    [TestCase("it's", "openstack server show 'it'\\''s' -f json")]
    [TestCase("a\nb", "openstack server show 'a b' -f json")]
    [TestCase("-oProxyCommand=x", "openstack server show \"$VALUE\" -f json")]
    [TestCase("", "openstack server show '' -f json")]
    public void A_hole_of_a_command_is_one_word(string name, string line) =>
        Typed($"openstack server show {name} -f json").Should().Be(line);

    [TestCase(ByHand.MostOfAWord + 1, "openstack server show \"$VALUE\"")]
    [TestCase(5, "openstack server show 'a aaa'")]
    public void A_word_that_is_longer_than_any_name_is_none(int length, string line)
    {
        var name = "a " + new string('a', length - 2);
        Typed($"openstack server show {name}").Should().Be(line);
    }

    /// <summary>The mask takes no quote along, once or twice.</summary>
    [Test]
    public void A_secret_within_a_word_leaves_the_word_closed()
    {
        var name = "pass" + "word: abcdefgh1234";
        ByHand line = $"openstack server show {name} --long";
        line.ToString().Should().Be("openstack server show 'pass" + "word: REDACTED' --long");
        Published.Command(line).Should().Be(line);
    }

    [TestCase("\"unseal_keys_hex\": 0a1b2c3d4e", "'\"unseal_keys_hex\": REDACTED'")]
    [TestCase("{\"unseal_keys_b64\":0a1b2c3d4e", "'{\"unseal_keys_b64\":REDACTED'")]
    [TestCase("kubeadm join a:6443 --token 0a1b2c.0a1b2c3d4e5f6071", "'kubeadm join a:6443 --token REDACTED'")]
    public void A_list_and_an_option_leave_the_word_closed_too(string name, string word)
    {
        ByHand line = $"openstack server delete {name} && openstack server list --name {"it's $(touch X)"}";
        line.ToString().Should().StartWith($"openstack server delete {word} && ");
        Published.Command(line).Should().Be(line);
    }

    [Test]
    public void A_command_that_would_be_another_without_its_secret_is_not_shown()
    {
        ByHand line = $"maas login {"a b"} --token {"0a1b 2c3d"}; reboot {"x' ; y"}";
        Typed(Published.Command(line)).Should().StartWith("# ").And.NotContain("0a1b");
    }

    [Test]
    public void A_command_that_would_be_cut_is_no_command() =>
        Typed(Published.Command($"juju exec {Enumerable.Repeat("xxxxxxxxx", 1_000)}")).Should().StartWith("# ");

    private static string Typed(ByHand command) => command.ToString();
}
