using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Placement: an admin's only but for the own project's usages.</summary>
internal sealed class PlacementWire : OpenStackService
{
    private static readonly Microversions Range = new("placement", "1.0", "1.39", Lowercase: true);

    private static readonly HashSet<string> NotHere = ["reshaper", "traits", "usages", "resource_classes"];

    public PlacementWire(TwinWorld world)
        : base(
            world,
            new PlacementRoot(world, Range),
            new ResourceProviders(world),
            new Allocations(world),
            new AllocationCandidates(world)
        ) { }

    public override string Role => "placement";

    protected override Microversions Versions => Range;

    protected override bool TokenBeforeRouting => true;

    protected override bool HeadIsGet => false;

    /// <summary>An error of the later microversions does not (captures).</summary>
    protected override bool Varies(OpenStackRequest request, WireAnswer answer) =>
        answer.Status < 400 || !request.AtLeast("1.15");

    protected override WireAnswer Error(OpenStackRequest request, int status, string message, string type)
    {
        var (title, says) = Words(request, status);
        var detail = status is 405 or 406 ? $"{says}\n\n {message}" : $"{says}\n\n {message}  ";
        var error = new JsonObject
        {
            ["status"] = status,
            ["title"] = title,
            ["detail"] = detail,
        };
        if (request.Microversion.Length > 0 && request.AtLeast("1.23"))
            error["code"] = "placement.undefined_code";
        error["request_id"] = request.RequestId;
        if (status == 406)
        {
            error["max_version"] = Versions.Max;
            error["min_version"] = Versions.Min;
        }

        return WireAnswer.Json(status, new JsonObject { ["errors"] = new JsonArray(error) });
    }

    private static (string Title, string Says) Words(OpenStackRequest request, int status) =>
        status switch
        {
            400 => (
                "Bad Request",
                "The server could not comply with the request since it is either malformed or otherwise incorrect."
            ),
            403 => ("Forbidden", "Access was denied to this resource."),
            404 => ("Not Found", "The resource could not be found."),
            405 => ("Method Not Allowed", $"The method {request.Method} is not allowed for this resource. "),
            406 => (
                "Not Acceptable",
                "The resource could not be generated that was acceptable to your browser "
                    + "(content of type application/json. "
            ),
            501 => ("Not Implemented", "The request is not emulated."),
            _ => (
                "Internal Server Error",
                "The server has either erred or is incapable of performing the requested operation."
            ),
        };

    protected override WireAnswer UnsupportedVersion(OpenStackRequest request, string asked) =>
        asked.Contains('.', StringComparison.Ordinal)
            ? Error(request, 406, $"Invalid microversion: Unacceptable version header: {asked}", "")
            : Error(
                request,
                400,
                $"Invalid microversion: invalid version string: {asked}; "
                    + $"invalid literal for int() with base 10: '{asked}'",
                ""
            );

    protected override WireAnswer Unrouted(OpenStackRequest request, IReadOnlyList<string> allowed)
    {
        if (NotHere.Contains(request.Path.Trim('/').Split('/')[0]))
            return NotEmulated(request);
        if (allowed.Count == 0)
            return Error(request, 404, " ", "");
        if (request.Method is "POST" or "PUT" or "DELETE")
            return NotEmulated(request);
        return Error(request, 405, "The method specified is not allowed for this resource.", "")
            .With("allow", string.Join(", ", allowed));
    }
}
