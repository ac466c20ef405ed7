using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Conformance.Tests.Captures;
using Acceptance.Conformance.Tests.Captures.HostTools;
using Acceptance.Decisions.Checks.Hosts;

namespace Acceptance.Conformance.Tests.Drivers;

/// <summary>
/// What our reading of `show stat` makes of every table that a real haproxy printed, of 2.4 and of 2.6, and of what
/// is none.
/// </summary>
[TestFixture]
[Category("Captures")]
public sealed class HaProxyRowTests
{
    private static HostCapture[] Of(string program) =>
        [
            .. Directory
                .EnumerateFiles(CapturesFolder.Of("host-tools"), "*.json")
                .Select(HostCapture.Read)
                .Where(capture => capture.Program == program),
        ];

    [Test]
    public void Every_recorded_table_is_read_row_by_row_with_its_status_and_check()
    {
        var tables = Of("haproxy")
            .Where(capture => capture.Stdout.StartsWith("# pxname,svname,qcur,", StringComparison.Ordinal))
            .ToArray();
        tables.Should().HaveCountGreaterThan(8);
        foreach (var table in tables)
        {
            var lines = table.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
            var rows = HaProxyRow.Parse(table.Stdout)!;
            rows.Should().HaveCount(lines.Length, table.Name);
            rows.Should().AllSatisfy(row => row.Type.Word.Should().BeOneOf("0", "1", "2"));
            rows.Where(row => row.Type == HaProxyRowType.Frontend)
                .Select(row => row.Status.Word)
                .Should()
                .BeSubsetOf(["OPEN", "PAUSED", "STOP"]);
            rows.Where(row => row.Type == HaProxyRowType.Backend)
                .Select(row => row.Status.Word)
                .Should()
                .BeSubsetOf(["UP", "DOWN"]);
        }
    }

    [Test]
    public void The_vocabulary_of_a_real_process_is_read_word_for_word()
    {
        var galleries = Of("haproxy")
            .Where(capture =>
                capture.Inputs.Values.Any(text => text.Contains("backend maint_via", StringComparison.Ordinal))
            )
            .ToArray();
        galleries.Should().NotBeEmpty();
        foreach (var gallery in galleries)
        {
            var servers = HaProxyRow
                .Parse(gallery.Stdout)!
                .Where(row => row.Type == HaProxyRowType.Server)
                .ToDictionary(row => $"{row.Proxy}/{row.Server}");
            servers["maint_via/keystone-0"].Status.Word.Should().Be("MAINT (via maint_cli/keystone-0)");
            servers["agent_down/keystone-0"].Status.Word.Should().Be("DOWN (agent)");
            servers["nolb_404/keystone-0"].Status.Word.Should().Be("NOLB");
            servers["drain_cli/keystone-0"].Status.Word.Should().Be("DRAIN");
            servers["no_check/keystone-0"]
                .Should()
                .Be(new HaProxyRow("no_check", "keystone-0", HaProxyStatus.NoCheck, HaProxyRowType.Server, default));
            servers["d045_httpchk_vs_apache_tls/apache"]
                .Should()
                .Be(
                    new HaProxyRow(
                        "d045_httpchk_vs_apache_tls",
                        "apache",
                        HaProxyStatus.Down,
                        HaProxyRowType.Server,
                        HaProxyCheckStatus.Layer7Status
                    )
                    {
                        CheckCode = "400",
                    }
                );
        }
    }

    [Test]
    public void A_dead_socket_and_an_error_are_no_table_and_never_read_as_nothing_down() =>
        Of("haproxy")
            .Where(capture =>
                capture.Stderr.Contains("socat[", StringComparison.Ordinal)
                || capture.Stdout.StartsWith("Unknown command", StringComparison.Ordinal)
            )
            .Should()
            .HaveCountGreaterThan(4)
            .And.AllSatisfy(capture => HaProxyRow.Parse(capture.Stdout).Should().BeNull(capture.Name));

    private static HaProxyRow Server(string proxy, string server, string status, string check) =>
        new(
            proxy,
            server,
            State<HaProxyStatus>.Read(status),
            HaProxyRowType.Server,
            State<HaProxyCheckStatus>.Read(check)
        );
}
