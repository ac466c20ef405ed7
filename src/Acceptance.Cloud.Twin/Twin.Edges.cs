namespace Acceptance.Cloud.Twin;

public sealed partial class Twin
{
    /// <summary>The emulated operations of each OpenStack service, as "GET /v2.1/servers/{id}"; any other is answered "not emulated".</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> EmulatedOperations =>
        _wire
            .Services.OfType<Wire.OpenStack.OpenStackService>()
            .ToDictionary(
                service => service.Role,
                service =>
                    (IReadOnlyList<string>)[.. service.Routes.Select(route => $"{route.Method} {route.Template}")],
                StringComparer.Ordinal
            );
}
