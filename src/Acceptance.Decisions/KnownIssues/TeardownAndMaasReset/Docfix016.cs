using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.TeardownAndMaasReset;

public static class Docfix016
{
    public const string Id = "DOCFIX-016";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "maas list prints the API key",
            Heading = "appendix-A, Teardown / MAAS reset",
            Phases = ["phase-00", "phase-01", "phase-04"],
            Rung = "machines",
            Symptom = "the stored API key is on the screen, and in every transcript and log of it",
            FastConfirm = $"`grep -c 'maas list' ~/.bash_history`: more than 0",
            Cause =
                "maas list shows each profile with its key; power-parameters shows the hypervisor's password in "
                + "the same way",
            Fix =
            [
                new(
                    $"the profile is known: `maas {MaasProfile} machines read`. Make a new key "
                        + $"where one was shown",
                    Observe
                ),
            ],
            DoNots = ["never run maas list, nor power-parameters, in a block or a transcript"],
            Proof = "no transcript has a key",
            Trap = new()
            {
                Bites = new() { Exit = 0, Words = ["keys in the transcript: 1", "passwords in the transcript: 1"] },
                Avoided = new()
                {
                    Exit = 0,
                    Words = ["system_id", "keys in the transcript: 0", "passwords in the transcript: 0"],
                },
                Rule = new(
                    ["maas"],
                    $"none shows a key or a password",
                    call => call.Arguments.Any(word => word is "list" or "power-parameters")
                ),
            },
            NearMisses =
            [
                new(
                    "a maas call is refused",
                    "the profile is not logged in, which is no leak",
                    $"`maas {MaasProfile} version read`: it answers, or says how to log in",
                    "ask with maas list: it prints the key",
                    "appendix-A"
                ),
            ],
        };
}
