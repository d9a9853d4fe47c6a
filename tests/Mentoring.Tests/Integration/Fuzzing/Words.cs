using System.Globalization;
using System.Text.Json.Nodes;

namespace Mentoring.Tests.Integration.Fuzzing;

/// <summary>Plausible values by the name of what holds them, so that requests get past the first checks.</summary>
static class Words
{
    public static JsonNode Of(string name, string? format, FuzzWorld world, Random random) => format switch
    {
        "uuid" => world.Id(name, random).ToString(),
        "date" => DateTime.UtcNow.AddDays(random.Next(-60, 200)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "date-time" => DateTime.UtcNow.AddMinutes(random.Next(-3000, 30_000)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        "binary" => "file",
        _ when name.TrimEnd('s').EndsWith("code", StringComparison.OrdinalIgnoreCase) => world.Code(name, random),
        _ => name.ToLowerInvariant() switch
        {
            "email" => $"person{random.Next(1000)}@demo.example",
            "link" or "url" or "website" => "https://meet.example/1",
            "phone" => "+7 900 000-00-00",
            "period" or "from" or "to" or "month" => "2026-10",
            "rule" or "recurrence" => "FREQ=WEEKLY;COUNT=3",
            "parent" => world.Region,
            "search" => "школа",
            "startsat" or "endsat" or "time" or "quietfrom" or "quietuntil" => "22:00",
            "kind" => "Regulation",
            _ => $"Обсудили план урока {random.Next(1000)}",
        },
    };

    public static JsonNode Number(string name, Random random) => name switch
    {
        "schoolYear" => random.Next(2024, 2027),
        "version" => random.Next(1, 4),
        "size" => random.Next(1, 50),
        _ when name.Contains("Minutes", StringComparison.Ordinal) => 45,
        _ => random.Next(0, 6),
    };
}
