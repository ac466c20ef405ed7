using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>
/// What Horizon on its units is told of its cookies: the charm's settings mark them secure, as behind TLS they should
/// be, and an operator's file takes that back for who comes over plain http (D-044). The last file counts.
/// </summary>
internal static class DashboardSettings
{
    public const string Charm = "openstack-dashboard";

    private const string Rendered = "/etc/openstack-dashboard/local_settings.py";

    private const string Folder = "/usr/share/openstack-dashboard/openstack_dashboard/local/local_settings.d";

    private const string Override = $"{Folder}/_99_internal_http_cookies.py";

    private const string Secure = "CSRF_COOKIE_SECURE = True";

    private const string Plain = "SESSION_COOKIE_SECURE = False\nCSRF_COOKIE_SECURE = False\n";

    public static IEnumerable<JujuUnit> Units(JujuModel juju) =>
        juju.Units.Where(unit => unit.Application.Charm.CharmName == Charm);

    public static void Render(HostFiles files)
    {
        files.Declare(Rendered, $"DEBUG = False\n{Secure}\nSESSION_COOKIE_SECURE = True\n");
        // What the package has there is an example, and is not read.
        files.Declare($"{Folder}/_10_set_custom_theme.py.example", "");
        PutOverride(files);
    }

    public static void PutOverride(HostFiles files) => files.Write(Override, Plain);

    public static void LoseOverride(HostFiles files) => files.Remove(Override);

    public static bool CookiesAreSecure(HostFiles files) =>
        files.Read(Override)?.Contains("CSRF_COOKIE_SECURE = False", StringComparison.Ordinal) != true
        && files.Read(Rendered)?.Contains(Secure, StringComparison.Ordinal) == true;
}
