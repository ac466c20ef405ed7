using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Cloud.Twin.Wire.Magnum;

/// <summary>A cluster's authority, and certificates signed by it.</summary>
internal sealed class Certificates(TwinWorld world) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v1/certificates/{id}", request => WireAnswer.Ok(Certificate(request, Model.Cluster(request)))),
            Route.Post("/v1/certificates", Sign),
        ];

    private MagnumModel Model => world.Magnum;

    private JsonObject Certificate(OpenStackRequest request, MagnumCluster cluster) =>
        new()
        {
            ["bay_uuid"] = cluster.Id,
            ["cluster_uuid"] = cluster.Id,
            ["links"] = MagnumJson.Links(request.Base, "certificates", cluster.Id),
            ["pem"] = Model.SigningAuthority(cluster.Id)!.ExportCertificatePem() + "\n",
        };

    private WireAnswer Sign(OpenStackRequest request)
    {
        var body = request.Json();
        var cluster = Model.Cluster(request, (string?)body["cluster_uuid"] ?? "");
        var csr = (string?)body["csr"] ?? "";
        string signed;
        try
        {
            signed = world.Pki.SignClient(Model.SigningAuthority(cluster.Id)!, csr);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException)
        {
            throw new ApiRefusal(400, "Received csr is not valid.");
        }

        return WireAnswer.Json(
            201,
            new JsonObject
            {
                ["bay_uuid"] = cluster.Id,
                ["cluster_uuid"] = cluster.Id,
                ["links"] = MagnumJson.Links(request.Base, "certificates", cluster.Id),
                ["csr"] = csr,
                ["pem"] = signed + "\n",
            }
        );
    }
}
