using System.Diagnostics;
using Acceptance.Cloud.Shells;
using Acceptance.Surroundings;

namespace Acceptance.Live.Tests.Shell;

/// <summary>What we take for words is what the machine's own bash takes for words.</summary>
[TestFixture]
public sealed class ShellLexerTests
{
    private static readonly string[] Pieces =
    [
        "a",
        "'",
        "\"",
        "\\",
        " ",
        "\t",
        "#",
        "b c",
        "''",
        "\"x y\"",
        "'*;'",
        "\\\"",
        "\\'",
        "\\\n",
        "=",
        "1",
        ",",
        "é",
    ];

    [TestCase("export A='b c' \"d e\" # f")]
    [TestCase("a\\ b 'c'\\''d' \"e\\\"f\\ng\"")]
    [TestCase("'' \"\" a''b")]
    [TestCase("a\\\nb 'c\\\nd' \"e\\\nf\"")]
    [TestCase("a#b #c")]
    public void Words_are_bashs(string line) => Words(line).Should().Equal(Bashs(line));

    [Test]
    public void Words_are_bashs_whatever_is_joined()
    {
        var random = new Random(Breadth.Seed);
        var compared = 0;
        for (var i = 0; i < (Breadth.Whole ? 2000 : 60); i++)
        {
            var line = string.Concat(random.GetItems(Pieces, random.Next(1, 12)));
            var tokens = ShellLexer.Read(line).ToArray();
            if (tokens.Any(token => token.Open || token.Kind == ShellTokenKind.Control))
                continue;
            compared++;
            Words(line).Should().Equal(Bashs(line), $"of {line} (ACCEPTANCE_SEED={Breadth.Seed})");
        }

        compared.Should().BeGreaterThan(15);
    }

    [TestCase("a && b; c | d || e", "a && b ; c | d || e")]
    [TestCase("a 2>&1 >>f <<<x &>/dev/null", "a >& 1 >> f <<< x &> /dev/null")]
    [TestCase("cat <<-E >f\n\tx $(y)\n\tE\nz", "cat <<- E > f \n [x $(y)] z")]
    [TestCase("(a&b)\nc", "( a & b ) \n c")]
    [TestCase("a > b2>c 3<d", "a > b2 > c < d")]
    public void Operators_part_words(string line, string parted) =>
        string.Join(
                ' ',
                ShellLexer
                    .Read(line)
                    .Select(token => token.Kind == ShellTokenKind.HereDocument ? $"[{token.Text.Trim()}]" : token.Text)
            )
            .Should()
            .Be(parted);

    [TestCase("$A", ShellPieceKind.Variable)]
    [TestCase("${A_1}", ShellPieceKind.Variable)]
    [TestCase("$?", ShellPieceKind.Variable)]
    [TestCase("${A:-b c}", ShellPieceKind.Expansion)]
    [TestCase("$'a\\n'", ShellPieceKind.Expansion)]
    [TestCase("`a b`", ShellPieceKind.Substitution)]
    [TestCase("$(a \"$(b ')' )\" c)", ShellPieceKind.Substitution)]
    [TestCase("<(a b)", ShellPieceKind.Substitution)]
    [TestCase("$", ShellPieceKind.Bare)]
    public void What_a_shell_expands_is_one_piece(string word, ShellPieceKind kind)
    {
        var token = ShellLexer.Read(word).Should().ContainSingle().Which;
        token.Pieces.Should().ContainSingle().Which.Should().Be(new ShellPiece(kind, word));
        token.Open.Should().BeFalse();
    }

    [TestCase("'a")]
    [TestCase("\"a")]
    [TestCase("`a")]
    [TestCase("$(a")]
    [TestCase("a\\")]
    [TestCase("cat <<E\nb")]
    public void What_is_never_closed_is_told(string line) =>
        ShellLexer.Read(line).Should().Contain(token => token.Open);

    [TestCase("")]
    [TestCase("a b")]
    [TestCase("it's")]
    [TestCase("$(x)`y`\"\\\n")]
    [TestCase("plain-1.2/3:@%+=,_")]
    [TestCase("a\n")]
    public void A_quoted_word_is_one_word_to_bash(string word) =>
        Bashs(ShellQuoting.Line([word, word])).Should().Equal(word, word);

    private static string[] Words(string line) =>
        [.. ShellLexer.Read(line).Where(token => token.Kind == ShellTokenKind.Word).Select(token => token.Text)];

    private static string[] Bashs(string line)
    {
        var start = new ProcessStartInfo(
            "bash",
            ["--norc", "-c", $"say() {{ printf '%s\\0' \"$@\"; }}\nset -f; say x {line}"]
        )
        {
            RedirectStandardOutput = true,
        };
        using var bash = Process.Start(start)!;
        var said = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        return said.Split('\0')[1..^1];
    }
}
