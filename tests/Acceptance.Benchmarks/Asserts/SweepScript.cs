using System.Diagnostics;
using Acceptance.Benchmarks.Measuring;
using Acceptance.Cloud.Twin;

namespace Acceptance.Benchmarks.Asserts;

/// <summary>
/// The operator's A1 to A12: one bash, the runbooks' own lines one after the other, one process a question.
/// </summary>
internal sealed class SweepScript(Twin twin, TimeProvider clock)
{
    // Per unit where the appendix says "per unit" or "on every chassis".
    private const string Lines = """
        source ~/admin-openrc
        echo A1; juju machines --format=json | jq -r '.machines | to_entries[]
          | "\(.key)  agent=\(.value."juju-status".current)"' | grep -v 'agent=started' || echo "all machines started"
        echo A2; juju status --format=short | grep -vE 'active|idle' || echo "all active/idle"
        echo A3; juju status mysql-innodb-cluster --format=json | jq -r \
          '.applications."mysql-innodb-cluster".units | to_entries[]
           | "\(.key)  \(.value."workload-status".message // "")"'
        UNITS=$(juju status --format=json)
        echo A4; for U in $(jq -r '.applications[].units // {} | .[].subordinates // {} | keys[]' <<<"$UNITS" \
          | grep -E 'ovn-chassis'); do
          juju exec --unit "$U" -- 'sudo ovn-appctl -t ovn-controller connection-status' </dev/null
        done
        echo A5; juju ssh vault/0 -- \
          'VAULT_ADDR=http://127.0.0.1:8200 vault status 2>&1 | grep -E "Sealed|Initialized"' \
          </dev/null
        echo A6; for U in $(jq -r '.applications[].units // {} | to_entries[]
          | select(.value.subordinates // {} | keys | any(test("hacluster"))) | .key' <<<"$UNITS"); do
          juju exec --unit "$U" -- "if [ -e /etc/haproxy/haproxy.cfg ]; then echo 'show stat' | \
          sudo socat stdio /var/run/haproxy/admin.sock; else echo none; fi" </dev/null | grep ',DOWN,' || echo "$U up"
        done
        echo A7; for AT in $VIPS; do curl -sk "https://$AT" -o /dev/null -w '%{http_code}\n'; done
        echo A8; openstack hypervisor list -f value -c "Hypervisor Hostname" -c State
        for U in $(jq -r '.applications."nova-compute".units | keys[]' <<<"$UNITS"); do
          juju ssh "$U" 'sudo grep -i reserved_host_memory /etc/nova/nova.conf' </dev/null
        done
        echo A9; openstack loadbalancer list -f value -c name -c provisioning_status -c operating_status
        SERVERS=$(openstack server list --all-projects --long -f json)
        openstack loadbalancer amphora list -f json | jq -r --argjson servers "$SERVERS" '
          .[] | "amphora-\(.id)" as $name
          | ($servers[] | select(.Name == $name) | .Status) as $server
          | "\(.id) \(.loadbalancer_id) \(.status) \(.role) \($server)"'
        echo A10; openstack server list --all-projects -c Name -c Status </dev/null
        echo A11; openstack coe cluster show capi-test-1 -f value -c api_address -c master_count -c node_count \
          -c health_status
        echo A12; openstack endpoint list -f value -c URL
        jq -r '.applications[].units // {} | .[]."public-address"' <<<"$UNITS" | sort -u | wc -l
        """;

    /// <summary>Python's and the clients' own caches are filled, as in an operator's home.</summary>
    public async Task WarmUp() => await Ask("source ~/admin-openrc; openstack token issue -f value -c expires");

    public async Task<SweepRun> Run()
    {
        var seen = twin.World.Recorder.Entries.Count;
        var start = clock.GetTimestamp();
        var printed = await Ask(Lines);
        var wall = clock.GetElapsedTime(start);
        Complete(printed);
        var entries = twin.World.Recorder.Entries.Skip(seen).ToList();
        var requests = entries.Count(entry => entry.Kind == "request");
        return new SweepRun(wall, requests, entries.Count - requests, TimeSpan.Zero, 0);
    }

    /// <exception cref="InvalidOperationException">An item of the twelve printed nothing below its name.</exception>
    private static void Complete(string printed)
    {
        var lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (var item = 1; item <= 12; item++)
        {
            var at = Array.IndexOf(lines, $"A{item}");
            if (at < 0 || at + 1 == lines.Length || lines[at + 1] == $"A{item + 1}")
                throw new InvalidOperationException($"The bash script says nothing of A{item}:\n{printed}");
        }
    }

    private async Task<string> Ask(string lines)
    {
        var start = new ProcessStartInfo("bash", ["-c", lines])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = twin.Home,
        };
        start.Environment.Clear();
        start.Environment["HOME"] = twin.Home;
        start.Environment["PATH"] = $"{twin.Bin}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["VIPS"] = string.Join(' ', Vips());
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return printed;
    }

    private IEnumerable<string> Vips()
    {
        var plan = twin.World.Plan;
        string[] core =
        [
            "keystone",
            "barbican",
            "cinder",
            "glance",
            "magnum",
            "neutron",
            "nova",
            "octavia",
            "placement",
        ];
        return core.Select(name => $"{plan.Vip(name)}:{twin.World.Listeners.Actual(plan.Ports[name])}");
    }
}
