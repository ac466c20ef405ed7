using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Permits;

namespace Acceptance.Decisions.Tests.Permits;

public class ShellTextTests
{
    [TestCase("")]
    [TestCase("juju status --format=short | grep -vE 'active|idle' || echo \"all active/idle\"")]
    [TestCase("cat a; cat b && cat c || true")]
    [TestCase("if [ -e /x ]; then cat /x; else echo none; fi")]
    [TestCase("for h in a b; do echo $h; done")]
    [TestCase("while ! test -e /x; do sleep 1; done")]
    [TestCase("grep x f 2>/dev/null")]
    [TestCase("ls > /dev/null 2>&1 < /dev/null")]
    [TestCase("echo 'a > b; rm x'", Description = "quoted, it is data")]
    [TestCase("echo \"a && rm x\"")]
    [TestCase("echo a \\> b")]
    [TestCase("cat <<EOF\nrm -rf /\nit's data\nEOF\necho done")]
    [TestCase("grep -c x <<< 'rm -rf /'")]
    [TestCase("ls # rm x")]
    [TestCase("ls \\\n  -l")]
    [TestCase("VAULT_ADDR=http://127.0.0.1:8200 vault status")]
    [TestCase("X=1")]
    [TestCase("timeout 6 bash -c 'exec 3<>/dev/tcp/192.0.2.1/5000' && echo VIP-OK || echo VIP-FAIL")]
    [TestCase("echo 'show stat' | sudo socat stdio /var/run/haproxy/admin.sock")]
    [TestCase("echo show info | socat stdio /run/haproxy/admin.sock | cut -d, -f1")]
    [TestCase("{ ls; } | wc -l")]
    [TestCase("(cd /tmp; ls)")]
    public void Lines_that_only_read_are_observe(string line) => ShellText.Permit(line).Should().Be(Permit.Observe);

    [TestCase("ls; rm x")]
    [TestCase("ls && rm x")]
    [TestCase("ls || rm x")]
    [TestCase("ls | xargs rm")]
    [TestCase("ls\nrm x")]
    [TestCase("ls & rm x", Description = "a single ampersand separates too")]
    [TestCase("(rm x)")]
    [TestCase("{ rm x; }")]
    [TestCase("if true; then rm x; fi")]
    [TestCase("! rm x")]
    [TestCase("X=1 rm x")]
    [TestCase("echo $(rm x)")]
    [TestCase("echo \"$(rm x)\"")]
    [TestCase("echo `rm x`")]
    [TestCase("cat <(rm x)")]
    [TestCase("echo \\\"; rm x; echo \\\"", Description = "an escaped quote opens nothing")]
    [TestCase("echo $'\\''; rm x; echo $'\\''")]
    [TestCase("ls # it's\nrm x # it's", Description = "a quote in a comment opens nothing")]
    [TestCase("cat <<EOF\nit's\nEOF\nrm x\necho it's")]
    [TestCase("cat <<EOF\n$(rm x)\nEOF")]
    [TestCase("cat <<EOF\nno end")]
    [TestCase("bash <<EOF\nrm x\nEOF")]
    [TestCase("echo 'rm x' | bash")]
    [TestCase("echo rm x | ssh host")]
    [TestCase("echo 'open")]
    [TestCase("echo \"open")]
    [TestCase("echo x > f")]
    [TestCase("echo x >> f")]
    [TestCase("echo x >| f")]
    [TestCase("echo x &> f")]
    [TestCase("echo x >& f")]
    [TestCase("echo x 2>f")]
    [TestCase("echo x>f")]
    [TestCase("echo \"a\">f")]
    [TestCase("echo x 3<>/etc/passwd >&3")]
    [TestCase("echo x >")]
    [TestCase("echo x | tee f")]
    [TestCase("r\"m\" x", Description = "quotes inside of a word do not hide it")]
    [TestCase("sudo rm x")]
    [TestCase("sudo bash -c 'ls; rm x'")]
    [TestCase("bash -c \"bash -c 'rm x'\"")]
    [TestCase("echo 'disable server a/b' | sudo socat stdio /var/run/haproxy/admin.sock")]
    [TestCase("sudo socat stdio /var/run/haproxy/admin.sock")]
    [TestCase("echo 'show stat' | cat; sudo socat stdio /s", Description = "only the pipe before it feeds it")]
    [TestCase("echo 'show stat; disable server a/b' | socat stdio /s")]
    [TestCase("$PROGRAM x")]
    [TestCase("eval ls")]
    [TestCase("source f")]
    public void Lines_that_may_change_something_are_mutate(string line) =>
        ShellText.Permit(line).Should().Be(Permit.Mutate);

    /// <summary>
    /// However reads and one deed are joined and wrapped, the deed is seen; without it, the same line is a read.
    /// </summary>
    [TestCaseSource(typeof(Seeds), nameof(Seeds.All))]
    public void A_deed_is_never_lost_in_a_line(int seed)
    {
        var random = new Random(seed);
        var reads = random.Some(
            1,
            5,
            () =>
                random.OneOf(
                    "ls",
                    "grep -q 'a;b|c' f",
                    "echo \"x && y\"",
                    "cat f 2>/dev/null",
                    "sudo -n cat f",
                    "vault status"
                )
        );
        var wraps = random.Some(0, 3, () => random.Next(4));
        var separators = random.Some(8, 8, () => random.OneOf("; ", " && ", " || ", " | ", "\n", " & "));
        var place = random.Next(reads.Count + 1);

        ShellText.Permit(Line(null)).Should().Be(Permit.Observe, Line(null));
        ShellText.Permit(Line("rm -rf x")).Should().Be(Permit.Mutate, Line("rm -rf x"));

        string Line(string? deed)
        {
            var parts = reads.ToList();
            if (deed is not null)
                parts.Insert(place, deed);
            var line = string.Concat(
                parts.SelectMany((part, index) => new[] { index == 0 ? "" : separators[index], part })
            );
            return wraps.Aggregate(
                line,
                (inner, wrap) =>
                    wrap switch
                    {
                        0 => $"bash -c {Quote(inner)}",
                        1 => $"juju ssh vault/0 -- {Quote(inner)}",
                        2 => $"sudo bash -c {Quote(inner)}",
                        _ => $"( {inner} )",
                    }
            );
        }
    }

    /// <summary>
    /// Any line at all is judged without a throw, and a read before it never makes it less than it is.
    /// </summary>
    [TestCaseSource(typeof(Seeds), nameof(Seeds.All))]
    public void A_permit_never_widens(int seed)
    {
        var random = new Random(seed);
        var line = string.Concat(
            random.Some(
                1,
                30,
                () =>
                    random.OneOf(
                        "'",
                        "\"",
                        "\\",
                        " ",
                        ";",
                        "|",
                        "&",
                        ">",
                        "<",
                        "\n",
                        "$",
                        "(",
                        ")",
                        "`",
                        "#",
                        "rm",
                        "ls",
                        "echo",
                        "sudo",
                        "x",
                        "EOF",
                        "2",
                        "-c"
                    )
            )
        );
        var alone = ShellText.Permit(line);
        ShellText.Permit("ls\n" + line).Should().BeOneOf([alone, Permit.Mutate], line);
        if (alone > Permit.Observe)
            ShellText.Permit("ls\n" + line).Should().Be(alone, line);
    }

    private static string Quote(string line) => "'" + line.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
