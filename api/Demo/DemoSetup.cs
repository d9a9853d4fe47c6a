using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>How the showcase schools organised mentoring: structure, monitoring with a review, provision at every stage.</summary>
sealed class DemoSetup : IDemoArea
{
    public int Turn => 70;

    const int Seed = 560_57;

    sealed record School(Guid Id, string RegionCode, string Suffix, string Curator, string CuratorName, Guid CuratorPerson);

    sealed record Provision(string Kind, string Condition, string[] Outcomes, string Item, string Status, int DueIn, string? Basis = null, string? Note = null);

    static readonly Provision[] Provisions =
    [
        new("Organizational", "Legal", ["Growth", "Retention"], "Локальные акты о наставничестве размещены в учительской и на сайте", "Provided", -70,
            "Приказ № 101-од"),
        new("Organizational", "Managerial", ["Growth", "SelfDetermination"], "В расписании выделен общий час для встреч пар", "Provided", -60,
            "Расписание занятий"),
        new("Methodical", "Methodical", ["Growth", "SelfRealisation"], "Банк материалов для наставников: карты посещения урока, анкеты, памятки", "Provided",
            -40),
        new("Methodical", "Pedagogical", ["Growth"], "Обучение наставников на базе ЦНППМ, 36 часов", "InProgress", 35, "Договор с ЦНППМ"),
        new("Material", "Financial", ["Retention"], "Фонд доплат наставникам на учебный год", "InProgress", -5, Note: "Ждёт утверждения условий оплаты"),
        new("Material", "Methodical", ["Growth"], "Два ноутбука с камерами для дистанционного наставничества", "Planned", 60),
        new("Infrastructure", "Pedagogical", ["SelfRealisation", "Retention"], "Методический кабинет с местом для двоих", "Provided", -50),
    ];

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var random = new DemoRandom(Seed);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var school in await connection.QueryAsync<School>(SchoolsSql))
        {
            // The third school has only begun.
            var isRunning = school.Suffix != "-vladivostok";
            foreach (var p in isRunning ? Provisions : Provisions[..1])
            {
                await connection.ExecuteAsync(ProvisionSql, new
                {
                    Id = random.Id(now.UtcDateTime.AddDays(-90)), Organization = school.Id, school.RegionCode, p.Kind, p.Condition, p.Outcomes, p.Item,
                    p.Status, school.CuratorPerson,
                    DueOn = today.AddDays(p.DueIn), ProvidedOn = p.Status == "Provided" ? today.AddDays(p.DueIn - 3) : (DateOnly?)null, p.Basis, p.Note,
                    At = now.UtcDateTime.AddDays(-90),
                });
            }

            if (!isRunning) continue;
            await connection.ExecuteAsync(SetupSql,
                new
                {
                    Organization = school.Id, school.RegionCode, school.CuratorPerson, Next = today.AddDays(18), school.Curator,
                    At = now.UtcDateTime.AddDays(-85)
                });
            await connection.ExecuteAsync(ReviewSql, new
            {
                Id = random.Id(now.UtcDateTime.AddDays(-70)), Organization = school.Id, school.RegionCode, ReviewedOn = today.AddDays(-70),
                DueOn = today.AddDays(18).AddMonths(-3), school.Curator, school.CuratorName,
                At = now.UtcDateTime.AddDays(-70),
            });
        }
    }

    const string SchoolsSql = """
        select o.id, o.region_code, split_part(replace(c.email, 'curator', ''), '@', 1) suffix, c.id::text curator, c.display_name curator_name,
               c.person_id curator_person
          from identity.account c
          join role_assignment r on r.account_id = c.id and r.role = 'Curator'
          join organization o on o.id = r.organization_id
         where c.email ~ '^curator(-tver|-vladivostok)?@demo.example$'
         order by c.email
        """;

    const string ProvisionSql = """
        insert into provision (id, organization_id, region_code, kind, condition, outcomes, item, status, responsible_id, due_on, provided_on, basis, note,
            created_at, updated_at)
        values (@Id, @Organization, @RegionCode, @Kind, @Condition, @Outcomes, @Item, @Status, @CuratorPerson, @DueOn, @ProvidedOn, @Basis, @Note, @At, @At)
        """;

    const string SetupSql = """
        insert into mentoring_setup (organization_id, region_code, structure, structure_reason, forms, incentives, coordinator_id, review_every_months,
            next_review_on, indicators, updated_by, updated_at, version)
        values (@Organization, @RegionCode, 'Council', null, array['teacher-teacher', 'head-teacher'], array['Supplement', 'Training', 'Award'],
            @CuratorPerson, 3, @Next,
                array['need-coverage', 'roadmap-completion', 'mentor-load'], @Curator, @At, 2)
        """;

    const string ReviewSql = """
        insert into monitoring_review (id, organization_id, region_code, reviewed_on, due_on, conclusion, decisions, recorded_by, recorded_by_name, recorded_at)
        values (@Id, @Organization, @RegionCode, @ReviewedOn, @DueOn, 'Охват нуждающихся вырос, дорожные карты двух программ не открывались больше месяца.',
                'Куратору встретиться с двумя парами; совету рассмотреть нагрузку наставников.', @Curator, @CuratorName, @At)
        """;
}
