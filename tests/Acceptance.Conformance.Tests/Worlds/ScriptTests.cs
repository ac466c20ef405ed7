using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Worlds;

/// <summary>The operator's own scripts, called as the runbooks call them.</summary>
[Category("Runbook")]
public sealed class ScriptTests
{
    [Test]
    public async Task Phase_00_from_the_deployed_cloud_to_its_exit_gate_and_nothing_left_to_do()
    {
        const string block = """
            bash scripts/phase-00-teardown-destroy.sh
            echo openstack | bash scripts/phase-00-teardown-destroy.sh --apply; echo "destroy: $?"
            juju models; maas admin machines read | jq -r '.[].hostname' | paste -sd' '
            bash scripts/phase-00-teardown-destroy.sh --apply </dev/null | tail -1
            bash scripts/reenroll-hosts.sh --check; echo secret | bash scripts/reenroll-hosts.sh; echo "reenroll: $?"
            bash scripts/phase-00-maas-standup.sh | grep -c DRIFT
            for h in openstack0 openstack1 openstack2 openstack3; do bash scripts/carve-host-interfaces.sh "$h"; bash scripts/carve-host-interfaces.sh "$h" --apply; bash scripts/carve-host-interfaces.sh "$h" --apply | tail -2; done
            bash scripts/reenroll-hosts.sh </dev/null | tail -1
            bash scripts/phase-00-maas-standup.sh; echo "standup: $?"
            python3 scripts/provider-bundle-check.py bundle.yaml; echo "bundle: $?"
            """;
        var ran = await TwinRun.Of(["--world", "deployed-before-teardown"], ["bash", "-c", block]);
        string[] inOrder =
        [
            "DECOMPOSE  openstack3", "DELETE     capi-mgmt", "PROTECTED  tailscale", "dry-run: nothing was changed", "destroy: 0", "juju lxd tailscale",
            "nothing to do: no openstack model", "openstack0  domain=shut off  MAAS=absent -> create", "created openstack3", "OK: all 4 report Ready", "reenroll: 0", "create br-ex (OVS) parent=enp1s0", "replication  enp10s0 -> STATIC",
            "Summary: 0 fatal", "create br-ex (OVS) parent=enp1s0", "Summary: 0 fatal", "nothing to do: openstack0 is Pattern A already", "nothing to do: openstack3 is Pattern A already", "nothing to do: all report Ready", "no drift", "OK (dryrun)", "standup: 0",
            "PASS -- 11 charms public->provider-public", "bundle: 0",
        ];
        var from = 0;
        foreach (var words in inOrder)
        {
            var at = ran.Output.IndexOf(words, from, StringComparison.Ordinal);
            at.Should().BeGreaterThanOrEqualTo(0, "'{0}' comes after {1}", words, ran.Output[..from].TrimEnd('\n').Split('\n')[^1]);
            from = at;
        }
    }

    [Test]
    public async Task The_model_is_destroyed_by_its_typed_name_only()
    {
        var ran = await TwinRun.Of(["--world", "deployed-before-teardown"], ["bash", "-c", "echo opnstack | bash scripts/phase-00-teardown-destroy.sh --apply; echo $?; bash scripts/phase-00-teardown-destroy.sh --apply </dev/null >/dev/null; echo $?; juju models --format=json | jq -r '.models[].\"short-name\"'; scripts/reenroll-hosts.sh; echo $?"]);
        ran.Output.Should().EndWith("\n1\n1\nopenstack\n126\n");
        ran.Error.Should().Contain("found 'opnstack'; allowed: openstack. Nothing was changed.").And.Contain("found ''; allowed: openstack.").And.Contain("Permission denied");
    }

    [TestCase("", 0, "CLOUD-ASSERT: PASS")]
    [TestCase("vault-sealed", 1, "A5   FAIL  Vault: Initialized true,Sealed true (ops-restart stage 3)")]
    [Category("RealClients")]
    public async Task Cloud_assert_asks_the_cloud_with_the_operators_clients(string fault, int exit, string says)
    {
        RealProgram.Need("openstack", RealProgram.OpenStackClients);
        RealProgram.Need("jq", "apt install jq");
        var ran = await TwinRun.Of(fault.Length > 0 ? ["--fault", fault] : [], ["bash", "-c", "source ~/admin-openrc; bash scripts/cloud-assert.sh"]);
        ran.Output.Should().Contain(says, ran.Error);
        ran.Exit.Should().Be(exit);
    }
}
