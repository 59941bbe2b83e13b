import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('pageviews', '0001_initial'),
        ('pageviews', '0002_days_and_logs'),
    ]

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='CountedLog',
            fields=[
                ('log', models.CharField(max_length=60, primary_key=True, serialize=False)),
                ('day', models.DateField()),
                ('position', models.PositiveBigIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'sổ đã cộng',
                'verbose_name_plural': 'sổ đã cộng',
            },
        ),
        migrations.CreateModel(
            name='ViewDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.UUIDField(verbose_name='bài')),
                ('day', models.DateField(verbose_name='ngày')),
                ('channel', models.CharField(default='website', max_length=40, verbose_name='nơi đọc')),
                ('views', models.PositiveIntegerField(default=0, verbose_name='lượt xem')),
                ('robots', models.PositiveIntegerField(default=0, verbose_name='máy đọc')),
                ('surplus', models.PositiveIntegerField(default=0, verbose_name='vượt mức từ một địa chỉ')),
            ],
            options={
                'verbose_name': 'lượt xem một ngày',
                'verbose_name_plural': 'lượt xem theo ngày',
                'indexes': [models.Index(fields=['day'], name='view_day_by_day')],
                'constraints': [models.UniqueConstraint(fields=('article', 'day', 'channel'), name='view_day_once')],
            },
        ),
        migrations.CreateModel(
            name='ViewTotal',
            fields=[
                ('article', models.UUIDField(primary_key=True, serialize=False, verbose_name='bài')),
                ('legacy', models.PositiveIntegerField(default=0, verbose_name='số cũ mang sang')),
                ('website', models.PositiveIntegerField(default=0, verbose_name='trên trang này')),
                ('portals', models.PositiveIntegerField(default=0, verbose_name='trên các cổng tỉnh')),
                ('total', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('legacy'), '+', models.F('website')), '+', models.F('portals')), output_field=models.PositiveIntegerField(), verbose_name='tổng')),
                ('last_week', models.PositiveIntegerField(default=0, verbose_name='trong 7 ngày')),
                ('last_month', models.PositiveIntegerField(default=0, verbose_name='trong 30 ngày')),
            ],
            options={
                'verbose_name': 'tổng lượt xem',
                'verbose_name_plural': 'tổng lượt xem',
                'indexes': [models.Index(fields=['-total'], name='view_total_most_read'), models.Index(fields=['-last_week'], name='view_total_of_the_week'), models.Index(fields=['-last_month'], name='view_total_of_the_month')],
            },
        ),
    ]
