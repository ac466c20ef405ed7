using Acceptance.Cloud.Shells;
using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Shells;

/// <summary>What our parser makes of every block at hand is what shfmt makes of it: commands and words.</summary>
[TestFixture]
[Category("RealClients")]
public sealed class ShellParserTests
{
    private static readonly string[] Pieces =
    [
        .. "a b=( ) ; & | && || { } $( ${ $(( (( )) [[ ]] ` ' \" \\ < > << <<- <( 2>&1 # if then fi elif else".Split(
            ' '
        ),
        .. "for in do done while case esac ;; function f() ! time select E EOF $x =~ * ~ é".Split(' '),
        "\n",
        "\n",
        " ",
        " ",
    ];

    [Test]
    public void It_is_the_tree_of_shfmt()
    {
        var blocks = ShellBlocks.All().DistinctBy(block => block.Text).ToArray();
        var theirs = Shfmt.Parse([.. blocks.Select(block => block.Text)]);
        var (refused, commands, words) = (0, 0, 0);
        var differ = new List<string>();
        foreach (var ((name, text), (tree, refusal)) in blocks.Zip(theirs))
        {
            var ours = Ours(text, out var counted);
            var shape = tree is null ? null : new ShfmtShape(text).Of(tree);
            if ((shape is null) != (counted is null) || (shape is not null && shape != ours))
                differ.Add($"{name}\n  {ours}\n  {shape ?? refusal}");
            refused += shape is null ? 1 : 0;
            (commands, words) = (commands + (counted?.Commands ?? 0), words + (counted?.Words ?? 0));
        }

        TestContext.Out.WriteLine(
            $"{blocks.Length} blocks, {commands} commands, {words} words; {refused} blocks are refused by both"
        );
        differ.Should().BeEmpty("what shfmt reads is read alike, and what it refuses is refused");
        words.Should().BeGreaterThan(1000);
    }

    [TestCase("a 'b", "line 1: a quote or a bracket is opened and never closed")]
    [TestCase("a\nif b; then c", "line 2: an if is never closed by fi")]
    [TestCase("coproc a", "line 1: a coproc is not read here: name its pipes instead")]
    [TestCase("a &&", "line 1: nothing follows &&")]
    [TestCase("a\nb )", "line 2: ')' stands where a command was expected")]
    [TestCase("cat <<E\nx", "line 1: a here-document is never ended by its word")]
    public void What_is_not_read_is_said_with_its_line(string text, string said) => Ours(text, out _).Should().Be(said);

    [Test]
    public void Where_a_word_stands_is_known_in_a_substitution_too()
    {
        var script = ShellScript.Parse("a\nb \"$(c\n  d)\"\n");
        var word = ((ShellCommand.Simple)script.Statements[1].Command).Words[1];
        var within = (ShellCommand.Simple)word.Substitutions.Should().ContainSingle().Which.Statements[0].Command;
        script.PositionOf(word.Start).Should().Be(new ShellPosition(2, 3));
        word.Substitutions[0].PositionOf(within.Words[0].Start).Should().Be(new ShellPosition(2, 6));
    }

    [Test]
    public void Whatever_is_joined_it_parses_or_refuses_in_a_sentence()
    {
        var random = new Random(Breadth.Seed);
        var (parsed, refused) = (0, 0);
        for (var i = 0; i < (Breadth.Whole ? 200_000 : 3_000); i++)
        {
            var text = string.Concat(random.GetItems(Pieces, random.Next(1, 40)));
            _ = ShellLexer.Read(text).Count();
            if (Ours(text, out var shape) is { } said && shape is null)
                said.Should().StartWith("line ", $"of {text} (ACCEPTANCE_SEED={Breadth.Seed})");
            (parsed, refused) = (parsed + (shape is null ? 0 : 1), refused + (shape is null ? 1 : 0));
        }

        foreach (var piece in Pieces)
            _ = Ours(string.Concat(Enumerable.Repeat(piece, 3_000)), out _);
        parsed.Should().BePositive();
        refused.Should().BePositive();
    }

    private static string Ours(string text, out ShellShape? shape)
    {
        try
        {
            return (shape = new ShellShape()).Of(ShellScript.Parse(text));
        }
        catch (ShellSyntaxException refused)
        {
            shape = null;
            return refused.Message;
        }
    }
}
