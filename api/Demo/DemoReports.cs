using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Features.School.Reports;
using Mentoring.Api.Platform;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>The showcase schools' reports: the last school year's approved, this year's begun.</summary>
sealed class DemoReports : IDemoArea
{
    public int Turn => 140;

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        foreach (var school in (await connection.QueryAsync<School>(Schools)).ToList())
        {
            var today = RegionTime.DayOf(now, school.TimeZone);
            var year = SchoolYear.Of(today);
            var rows = await connection.QueryAsync<ReportFigures.Row>(ReportFigures.Sql, new
            {
                school.OrganizationId, school.TimeZone, SchoolYear = year - 1, Today = today, Now = now.UtcDateTime,
            });
            await connection.ExecuteAsync(Insert, new
            {
                school.OrganizationId, school.RegionCode, school.Curator, school.Head, Year = year, Now = now.UtcDateTime,
                ApprovedAt = new DateTime(year, 8, 28, 9, 0, 0, DateTimeKind.Utc),
                Figures = ReportRow.Write(ReportFigures.Of(rows, year - 1)),
            });
        }
    }

    sealed record School(Guid OrganizationId, string RegionCode, string TimeZone, string Curator, string Head);

    const string Schools = """
        select distinct on (r.organization_id) r.organization_id, r.region_code, t.time_zone, a.display_name curator,
               coalesce((select h.display_name from role_assignment w join identity.account h on h.id = w.account_id
                          where w.organization_id = r.organization_id and w.role = 'Head' limit 1), 'Руководитель') head
          from role_assignment r join identity.account a on a.id = r.account_id join organization_zone t on t.place_id = r.organization_id
         where r.role = 'Curator' and a.email similar to 'curator(-tver|-vladivostok)?@demo.example'
        """;

    const string Insert = """
        insert into school_report (organization_id, region_code, school_year, status, conclusions, proposals, figures, written_by_name, written_at,
            approved_by_name, approved_at, version) values
        (@OrganizationId, @RegionCode, @Year - 1, 'Approved',
         E'Большинство программ завершено в срок, молодые учителя остались в школе.\nВстречи проходили ровно; сбои пришлись на конец четвертей, когда '
             || E'у наставников проверочные работы.',
         'Снизить нагрузку наставников, у которых больше двух программ. Подготовить двух новых наставников из числа учителей математики.',
         @Figures::jsonb, @Curator, @ApprovedAt - interval '3 days', @Head, @ApprovedAt, 2),
        (@OrganizationId, @RegionCode, @Year, 'Draft', 'Первая половина года: программы начаты, дорожные карты выполняются.', '', null, @Curator,
            @Now - interval '2 days', null, null, 1)
        """;
}
