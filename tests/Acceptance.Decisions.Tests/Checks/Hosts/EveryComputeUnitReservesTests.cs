using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Hosts;

public class EveryComputeUnitReservesTests
{
    private const string Right = "reserved_host_memory_mb = 8192\n";

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "every unit",
                () =>
                    Judge(
                        Facts.Says("nova-compute/0", Right),
                        Facts.Says("nova-compute/1", "reserved_host_memory_mb=8192")
                    )
            ),
            Judged.Kept(
                "a comment beside it",
                () => Judge(Facts.Says("nova-compute/0", "# reserved_host_memory_mb = 512\n" + Right))
            ),
            Judged.Kept(
                "the last line holds",
                () => Judge(Facts.Says("nova-compute/0", "reserved_host_memory_mb = 512\n" + Right))
            ),
            Judged.Broken(
                "the second unit of two",
                () =>
                    Judge(
                        Facts.Says("nova-compute/0", Right),
                        Facts.Says("nova-compute/1", "reserved_host_memory_mb = 512\n")
                    ),
                "nova-compute/1",
                "D-040",
                "nova-compute/1 reserves 512 MB for its host, not 8192"
            ),
            Judged.Broken(
                "more than agreed",
                () => Judge(Facts.Says("nova-compute/0", "reserved_host_memory_mb = 81920\n")),
                "nova-compute/0",
                "D-040"
            ),
            Judged.Broken(
                "no such line",
                () => Judge(Facts.Says("nova-compute/0", "", 1)),
                "nova-compute/0",
                "D-040",
                "default of 512"
            ),
            Judged.Broken(
                "only a comment",
                () => Judge(Facts.Says("nova-compute/0", "#reserved_host_memory_mb = 8192\n")),
                "nova-compute/0",
                "D-040"
            ),
            Judged.Broken(
                "a file that could not be read",
                () => Judge(Facts.Says("nova-compute/0", "", 2, "No such file")),
                "nova-compute/0",
                "D-040",
                "could not be read (exit 2: No such file)"
            ),
            Judged.Unknown(
                "a silent unit",
                () =>
                    EveryComputeUnitReserves.Judge(
                        Facts.Answers(Facts.Says("nova-compute/0", Right)) with
                        {
                            NotAsked = ["nova-compute/1"],
                        },
                        new() { ReservedHostMemoryMb = 8192 },
                        Facts.Read
                    )
            ),
            Judged.Unknown("no unit", () => Judge()),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(params UnitAnswer[] answers) =>
        EveryComputeUnitReserves.Judge(Facts.Answers(answers), new() { ReservedHostMemoryMb = 8192 }, Facts.Read);
}
