using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Placement: an admin's only but for the own project's usages.</summary>
internal sealed partial class PlacementWire : OpenStackService
{
    private static readonly string[] ResourceClasses =
    [
        Placement.Cpu,
        Placement.Memory,
        Placement.Disk,
        "PCI_DEVICE",
        "SRIOV_NET_VF",
        "NUMA_SOCKET",
        "NUMA_CORE",
        "NUMA_THREAD",
        "NUMA_MEMORY_MB",
        "IPV4_ADDRESS",
        "VGPU",
    ];

    private static readonly HashSet<string> NotHere = ["reshaper", "traits"];

    public PlacementWire(TwinWorld world)
        : base(world)
    {
        Map(
            "GET",
            "/",
            request =>
                Fresh(
                    request,
                    new JsonObject
                    {
                        ["versions"] = new JsonArray(
                            new JsonObject
                            {
                                ["id"] = "v1.0",
                                ["max_version"] = Versions.Max,
                                ["min_version"] = Versions.Min,
                                ["status"] = "CURRENT",
                                ["links"] = new JsonArray(new JsonObject { ["rel"] = "self", ["href"] = "" }),
                            }
                        ),
                    }
                ),
            Access.Anyone
        );
        Map("HEAD", "/", _ => WireAnswer.Empty(405, "text/html; charset=UTF-8").With("allow", "GET"), Access.Anyone);
        MapProviders();
        Map("GET", "/allocations/{id}", Allocations);
        Map("GET", "/allocation_candidates", Candidates);
        Map("GET", "/usages", Usages);
        Map(
            "GET",
            "/resource_classes",
            request =>
                Versioned(
                    request,
                    "1.2",
                    () =>
                        Fresh(
                            request,
                            new JsonObject
                            {
                                ["resource_classes"] = new JsonArray([
                                    .. ResourceClasses.Select(name => new JsonObject
                                    {
                                        ["name"] = name,
                                        ["links"] = new JsonArray(
                                            new JsonObject { ["rel"] = "self", ["href"] = $"/resource_classes/{name}" }
                                        ),
                                    }),
                                ]),
                            }
                        )
                )
        );
    }

    public override string Role => "placement";

    protected override Microversions Versions { get; } = new("placement", "1.0", "1.39", Lowercase: true);

    protected override bool TokenBeforeRouting => true;

    protected override bool HeadIsGet => false;

    /// <summary>An error of the later microversions does not (captures).</summary>
    protected override bool Varies(OpenStackRequest request, WireAnswer answer) =>
        answer.Status < 400 || !request.AtLeast("1.15");

    private Placement Placement => World.Placement;

    protected override WireAnswer Error(OpenStackRequest request, int status, string message, string type)
    {
        var (title, says) = status switch
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
                "The resource could not be generated that was acceptable to your browser (content of type application/json. "
            ),
            501 => ("Not Implemented", "The request is not emulated."),
            _ => (
                "Internal Server Error",
                "The server has either erred or is incapable of performing the requested operation."
            ),
        };
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

    protected override WireAnswer UnsupportedVersion(OpenStackRequest request, string asked) =>
        asked.Contains('.', StringComparison.Ordinal)
            ? Error(request, 406, $"Invalid microversion: Unacceptable version header: {asked}", "")
            : Error(
                request,
                400,
                $"Invalid microversion: invalid version string: {asked}; invalid literal for int() with base 10: '{asked}'",
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

    /// <summary>From 1.15 on an answer says how fresh it is, and that it is not to be kept.</summary>
    private WireAnswer Fresh(OpenStackRequest request, JsonObject body)
    {
        var answer = WireAnswer.Ok(body);
        if (!request.AtLeast("1.15"))
            return answer;
        return answer
            .With(
                "Last-Modified",
                World.Now.UtcDateTime.ToString("R", System.Globalization.CultureInfo.InvariantCulture)
            )
            .With("Cache-Control", "no-cache");
    }

    private static void DemandAdmin(OpenStackRequest request, string rule)
    {
        if (!request.Caller.IsAdmin)
            throw new ApiRefusal(403, $"Policy does not allow placement:{rule} to be performed.");
    }

    /// <summary>What a microversion does not have yet is 404.</summary>
    private static WireAnswer Versioned(OpenStackRequest request, string since, Func<WireAnswer> answer) =>
        request.AtLeast(since) ? answer() : throw new ApiRefusal(404, " ");

    private static JsonObject Amounts(Func<string, JsonNode?> amount)
    {
        var json = new JsonObject();
        foreach (var kind in new[] { Placement.Cpu, Placement.Memory, Placement.Disk })
            json[kind] = amount(kind);
        return json;
    }

    private WireAnswer Allocations(OpenStackRequest request)
    {
        DemandAdmin(request, "allocations:list");
        var body = new JsonObject { ["allocations"] = new JsonObject() };
        if (Placement.AllocationOf(request["id"]) is not { } held)
            return Fresh(request, body);
        body["allocations"]![held.ProviderId] = new JsonObject
        {
            ["resources"] = Amounts(kind => Placement.Amount(held, kind)),
            ["generation"] = Placement.Generation(held.ProviderId),
        };
        if (request.AtLeast("1.12"))
        {
            body["project_id"] = held.ProjectId;
            body["user_id"] = held.UserId;
        }

        if (request.AtLeast("1.28"))
            body["consumer_generation"] = 1;
        return Fresh(request, body);
    }

    private WireAnswer Usages(OpenStackRequest request) =>
        Versioned(
            request,
            "1.9",
            () =>
            {
                var project =
                    request.Query("project_id")
                    ?? throw new ApiRefusal(
                        400,
                        "Invalid query string parameters: 'project_id' is a required property"
                    );
                if (project != request.Caller.ProjectId)
                    DemandAdmin(request, "usages");
                var held = Placement.Allocations.Where(allocation => allocation.ProjectId == project).ToList();
                return Fresh(
                    request,
                    new JsonObject
                    {
                        ["usages"] =
                            held.Count == 0
                                ? new JsonObject()
                                : Amounts(kind => held.Sum(allocation => Placement.Amount(allocation, kind))),
                    }
                );
            }
        );
}
