using Acceptance.Decisions.Traps;
using static Acceptance.Cloud.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues.CoreServices;

public static class NginxSed
{
    public const string Id = "nginx-sed";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "an edit by sed that matches nothing changes nothing, and says nothing",
            Heading = "appendix-A, Core services: HAProxy + reverse-proxy",
            Phases = ["phase-03"],
            Rung = "vips",
            Symptom =
                "sed -i ends with 0, the file's time is now, nginx -t and the restart are content, and the proxy "
                + "keeps its old behaviour",
            FastConfirm = $"`printf 'a b;\\n' | sed 's|a  b|x|'; echo $?`: the line as it was, and 0",
            Cause = "no match is no error to sed; it writes the file anew all the same, so that its time tells nothing",
            Fix =
            [
                new(
                    $"assert the text after each edit: `grep -qF` with the wanted line, on the file, before the test "
                        + $"and the restart",
                    Observe
                ),
            ],
            DoNots =
            [
                "never trust sed's exit code, nor the file's time",
                "never edit the link in sites-enabled without --follow-symlinks: a file takes its place",
            ],
            Proof = "the wanted line stands in the file",
            NearMisses =
            [
                new(
                    "the wanted line stands in the file, and the proxy keeps its old behaviour",
                    "the edit is there and not in force: nobody reloaded, or an old worker drains",
                    "`ps -ww -C nginx -o lstart=,args=`: when the workers began",
                    "edit again: restart",
                    "appendix-A"
                ),
            ],
            Trap = new()
            {
                Bites = new()
                {
                    Exit = 0,
                    Words = ["sed ends with 0", "restarted", "the proxy answers as before: 302"],
                },
                Avoided = new()
                {
                    Exit = 1,
                    Words = ["sed ends with 0", "the edit is not in the file"],
                    Lacks = ["restarted"],
                },
            },
        };
}
