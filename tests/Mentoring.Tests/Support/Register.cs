using System.Text.Json.Nodes;

namespace Mentoring.Tests.Support;

/// <summary>Builds JSON in the form of the public register, with numbers that pass their check digits.</summary>
public static class Register
{
    /// <summary>A certificate of an organization; change what the test is about.</summary>
    public static JsonObject Certificate(string name, string ogrn, string issued = "2022-04-08", string? ends = null, string? status = null,
        string? kpp = null) => new()
        {
            ["uuid"] = Guid.NewGuid().ToString(),
            ["is_federal"] = false,
            ["reg_number"] = "120",
            ["issue_date"] = $"{issued}T00:00:00.000000Z",
            ["end_date"] = ends is null ? null : $"{ends}T00:00:00.000000Z",
            ["status"] = new JsonObject { ["name"] = status, ["code"] = null },
            ["edu_org"] = Organization(name, ogrn, kpp: kpp),
            ["supplements"] = new JsonArray(),
        };

    public static JsonObject Organization(string name, string ogrn, bool branch = false, string? kpp = null, string? uuid = null) => new()
    {
        ["uuid"] = uuid ?? Guid.NewGuid().ToString(),
        ["full_name"] = name,
        ["short_name"] = name.Length > 60 ? name[..60] : name,
        ["head_edu_org_id"] = branch ? "x" : null,
        ["is_branch"] = branch,
        ["contact_info"] = new JsonObject { ["post_address"] = "адрес", ["phone"] = null },
        ["legal_info"] = new JsonObject { ["ogrn"] = ogrn, ["inn"] = null, ["kpp"] = kpp },
        ["region"] = new JsonObject { ["name"] = "Тверская область", ["code"] = 69 },
    };

    public static JsonObject Supplement(JsonNode? organization, string? status = null) => new()
    {
        ["number"] = "1", ["is_for_branch"] = organization is not null, ["status"] = new JsonObject { ["name"] = status, ["code"] = null },
        ["edu_org"] = organization,
    };

    public static string List(params JsonObject[] certificates) => new JsonObject { ["list"] = new JsonArray([.. certificates]) }.ToJsonString();

    /// <summary>One page in the register's own envelope.</summary>
    public static string Page(int page, int of, params JsonObject[] certificates) => new JsonObject
    {
        ["status"] = true, ["message"] = "",
        ["data"] = new JsonObject { ["pages_count"] = of, ["page"] = page, ["total_count"] = certificates.Length, ["list"] = new JsonArray([.. certificates]) },
    }.ToJsonString();

    /// <summary>A tax number of the Tver region with its check digit.</summary>
    public static string Inn(int number)
    {
        var body = $"6901{number:00000}";
        int[] weights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
        return body + (weights.Zip(body, (weight, digit) => weight * (digit - '0')).Sum() % 11 % 10);
    }

    /// <summary>An OGRN of the Tver region with its check digit.</summary>
    public static string Ogrn(int number)
    {
        var body = $"10269{number:0000000}";
        return body + (long.Parse(body, System.Globalization.CultureInfo.InvariantCulture) % 11 % 10);
    }
}
