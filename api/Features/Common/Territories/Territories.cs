using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Territories;

/// <summary>Chapter: the tree of territories, from the federation to municipalities.</summary>
public static class Territories
{
    public static void MapTerritories(this RouteGroupBuilder api)
    {
        var territories = api.MapGroup("/territories").Chapter("Territories", "The tree of territories, from the federation to municipalities.");
        ListTerritories.Map(territories);
        GetTerritory.Map(territories);
        AddTerritory.Map(territories);
    }
}

/// <summary>Levels of the territory tree.</summary>
public enum TerritoryLevel { Federation, FederalDistrict, Region, Municipality }
