using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Worlds;

/// <summary>The operator's own scripts, called as the runbooks call them.</summary>
[Category("Runbook")]
public sealed class ScriptTests
{
    private const string Release = """
        state() {
          juju models | grep -c openstack
          maas admin machines read | jq -r '.[] | "\(.hostname)=\(.status_name)"' | paste -sd' '
          sudo virsh list --name | grep -c '^openstack'
        }
        ids() {
          maas admin machines read |
            jq -c '[.[] | select(.hostname | startswith("openstack")) | .system_id] | sort'
        }
        ids >before
        bash scripts/phase-00-teardown-release.sh | tail -1
        juju remove-machine 0; echo "unforced: $?"
        echo openstack | bash scripts/phase-00-teardown-release.sh --apply --canary; echo "canary: $?"
        juju machines --format=json | jq -c '.machines | keys'; state
        echo openstack | bash scripts/phase-00-teardown-release.sh --apply --canary | tail -1
        echo openstack | bash scripts/phase-00-teardown-release.sh --apply; echo "release: $?"
        state; ids | cmp - before && echo 'the same machines'
        bash scripts/phase-00-teardown-release.sh --apply </dev/null | tail -1
        """;

    private const string Phase = """
        bash scripts/phase-00-teardown-destroy.sh
        echo openstack | bash scripts/phase-00-teardown-destroy.sh --apply; echo "destroy: $?"
        juju models; maas admin machines read | jq -r '.[].hostname' | paste -sd' '
        bash scripts/phase-00-teardown-destroy.sh --apply </dev/null | tail -1
        bash scripts/reenroll-hosts.sh --check; echo secret | bash scripts/reenroll-hosts.sh; echo "reenroll: $?"
        bash scripts/phase-00-maas-standup.sh | grep -c DRIFT
        for h in openstack0 openstack1 openstack2 openstack3; do
          bash scripts/carve-host-interfaces.sh "$h"; bash scripts/carve-host-interfaces.sh "$h" --apply
          bash scripts/carve-host-interfaces.sh "$h" --apply | tail -2
        done
        bash scripts/reenroll-hosts.sh </dev/null | tail -1
        bash scripts/phase-00-maas-standup.sh; echo "standup: $?"
        python3 scripts/provider-bundle-check.py bundle.yaml; echo "bundle: $?"
        """;

    private static readonly string[] PhaseInOrder =
    [
        "DECOMPOSE  openstack3",
        "DELETE     capi-mgmt",
        "PROTECTED  tailscale",
        "dry-run: nothing was changed",
        "destroy: 0",
        "juju lxd tailscale",
        "nothing to do: no openstack model",
        "openstack0  domain=shut off  MAAS=absent -> create",
        "created openstack3",
        "OK: all 4 report Ready",
        "reenroll: 0",
        "create br-ex (OVS) parent=enp1s0",
        "replication  enp10s0 -> STATIC",
        "Summary: 0 fatal",
        "create br-ex (OVS) parent=enp1s0",
        "Summary: 0 fatal",
        "nothing to do: openstack0 is Pattern A already",
        "nothing to do: openstack3 is Pattern A already",
        "nothing to do: all report Ready",
        "no drift",
        "OK (dryrun)",
        "standup: 0",
        "PASS -- 11 charms public->provider-public",
        "bundle: 0",
    ];

    [Test]
    public async Task Phase_00_from_the_deployed_cloud_to_its_exit_gate_and_nothing_left_to_do()
    {
        var ran = await TwinRun.Of(["--world", "deployed-before-teardown"], ["bash", "-c", Phase]);
        var from = 0;
        foreach (var words in PhaseInOrder)
        {
            var at = ran.Output.IndexOf(words, from, StringComparison.Ordinal);
            at.Should()
                .BeGreaterThanOrEqualTo(
                    0,
                    "'{0}' comes after {1}",
                    words,
                    ran.Output[..from].TrimEnd('\n').Split('\n')[^1]
                );
            from = at;
        }
    }

    [Test]
    public async Task The_model_is_destroyed_by_its_typed_name_only()
    {
        var ran = await TwinRun.Of(
            ["--world", "deployed-before-teardown"],
            [
                "bash",
                "-c",
                "echo opnstack | bash scripts/phase-00-teardown-destroy.sh --apply; echo $?; "
                    + "bash scripts/phase-00-teardown-destroy.sh --apply </dev/null >/dev/null; echo $?; "
                    + "juju models --format=json | jq -r '.models[].\"short-name\"'; scripts/reenroll-hosts.sh; "
                    + "echo $?",
            ]
        );
        ran.Output.Should().EndWith("\n1\n1\nopenstack\n126\n");
        ran.Error.Should()
            .Contain("found 'opnstack'; allowed: openstack. Nothing was changed.")
            .And.Contain("found ''; allowed: openstack.")
            .And.Contain("Permission denied");
    }

    [Test]
    public async Task Released_hosts_stay_as_they_are_while_the_model_goes()
    {
        var ran = await TwinRun.Of(["--world", "deployed-before-teardown"], ["bash", "-c", Release]);
        const string hosts = "openstack0=Deployed openstack1=Deployed openstack2=Deployed openstack3=Deployed";
        ran.Output.Should()
            .MatchRegex(
                string.Join(
                    @"[\s\S]*",
                    [
                        "dry-run: nothing was changed",
                        "unforced: 1",
                        @"\+ juju remove-machine -m openstack --force --keep-instance 0\n"
                            + @"SURVIVED   openstack0 .* Deployed  domain=running\ncanary OK: .*\ncanary: 0",
                        @"\[""1"",""2"",""3""\]\n1\n.*capi-mgmt=Deployed.*\n4\n"
                            + "nothing to do: openstack0 is released already",
                        @"--keep-instance 3\n(SURVIVED .*\n){4}",
                        "OK: model openstack is gone",
                        @"release: 0\n0\n",
                        @"4\nthe same machines\nnothing to do: no openstack model",
                    ]
                ),
                ran.Error
            );
        foreach (var host in hosts.Split(' '))
            ran.Output[ran.Output.IndexOf("release: 0", StringComparison.Ordinal)..].Should().Contain(host);
        ran.Output[ran.Output.IndexOf("release: 0", StringComparison.Ordinal)..].Should().NotContain("capi-mgmt=");
        ran.Error.Should().Contain("machine 0 is hosting containers");
    }

    [TestCase("", 0, "relations well-formed")]
    [TestCase(
        "s/, vault:certificates\\]/, vualt:certificates]/",
        1,
        "FAIL relations: vualt:certificates is of no application of the bundle"
    )]
    [TestCase(
        "s/^- \\[keystone:certificates, .*/- [keystone:certificates]/",
        1,
        "FAIL relations: found [ keystone:certificates ], expected two endpoints"
    )]
    [TestCase(
        "s/^- \\[glance:certificates/- [keystone:certificates/",
        1,
        "FAIL relations: keystone:certificates and vault:certificates are related twice"
    )]
    [TestCase("/^relations:/,$d", 1, "FAIL relations: the bundle lists none")]
    public async Task The_bundles_relations_are_read(string damage, int exit, string says)
    {
        var ran = await TwinRun.Of(
            [],
            ["bash", "-c", $"sed -i '{damage}' bundle.yaml; python3 scripts/provider-bundle-check.py bundle.yaml"]
        );
        ran.Output.Should().Contain(says, ran.Error);
        ran.Exit.Should().Be(exit);
    }

    [TestCase("", 0, "CLOUD-ASSERT: PASS")]
    [TestCase("vault-sealed", 1, "A5   FAIL  Vault: Initialized true,Sealed true (ops-restart stage 3)")]
    [Category("RealClients")]
    public async Task Cloud_assert_asks_the_cloud_with_the_operators_clients(string fault, int exit, string says)
    {
        RealProgram.Need("openstack", RealProgram.OpenStackClients);
        RealProgram.Need("jq", "apt install jq");
        var ran = await TwinRun.Of(
            fault.Length > 0 ? ["--fault", fault] : [],
            ["bash", "-c", "source ~/admin-openrc; bash scripts/cloud-assert.sh"]
        );
        ran.Output.Should().Contain(says, ran.Error);
        ran.Exit.Should().Be(exit);
    }
}
